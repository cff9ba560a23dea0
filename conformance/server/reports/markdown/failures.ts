import type { CheckResult } from '../../../../generated/files/report.ts';
import type { Catalogue } from '../catalogue.ts';
import { type Difference, differencesOf } from '../difference.ts';
import { requestLines, titleOf } from '../failure-lines.ts';
import { counted, statuses } from '../verdict.ts';
import { clipped } from '../visible.ts';
import { fitting, longestBlock, longestCell, mostRows } from './share.ts';
import { block, code, plain, table } from './text.ts';

const mostDetails = 25;

/** A table of what failed, and below it each failure to be opened. */
export function failures(failed: readonly CheckResult[], catalogue: Catalogue): string[] {
  const rows = fitting(failed.slice(0, mostRows).map((check) => failureRow(check, catalogue)));
  const left = failed.length - rows.length;
  const details = fitting(failed.slice(0, mostDetails).map((check) => failureDetails(check, catalogue)));
  const closed = failed.length - details.length;
  return [
    '### Failures',
    table(['requirement', 'level', 'expected', 'stored'], rows),
    ...(left > 0 ? [`${counted(left, 'more failed check')}: see the JSON or HTML report.`] : []),
    ...details,
    ...(closed > 0 ? [`Details of ${counted(closed, 'more failed check')}: see the JSON or HTML report.`] : []),
  ];
}

function failureRow(check: CheckResult, catalogue: Catalogue): string[] {
  const { requirements, counterexample, reason = statuses[check.status] } = check;
  const level = requirements.map((id) => catalogue.requirement(id)?.level ?? '').join(', ');
  const wrong = counterexample ? differencesOf(counterexample).filter(({ columns }) => columns.length > 0) : [];
  const cells =
    wrong.length > 0
      ? [sideOf(wrong, 'expected'), sideOf(wrong, 'stored')]
      : [plain(clipped(reason, longestCell * 2)), ''];
  return [code(requirements.join(', ')), level, ...cells];
}

function sideOf(differences: readonly Difference[], side: 'expected' | 'stored'): string {
  const cells = differences.flatMap(({ record, columns }) =>
    columns.flatMap(({ name, [side]: value }) =>
      value === undefined ? [] : [`${code(`${record}.${name}`)} ${code(clipped(value, longestCell))}`],
    ),
  );
  const shown = cells.slice(0, 6);
  return (
    [...shown, ...(cells.length > shown.length ? [`${cells.length - shown.length} more`] : [])].join('<br>') || '–'
  );
}

function failureDetails(check: CheckResult, catalogue: Catalogue): string {
  const { id, requirements, reason = '', counterexample, reproduce } = check;
  const known = requirements.flatMap((one) => catalogue.requirement(one) ?? []);
  const requests = counterexample?.requests.flatMap((request) => [...requestLines(request), '']).join('\n');
  return [
    `<details><summary>${code(id)}</summary>`,
    ...known.map(({ level, sentence, source }) => `**${level}** ${plain(sentence)} (${plain(source)})`),
    plain(clipped(reason, longestBlock)),
    ...(requests ? [block(clipped(requests.trimEnd(), longestBlock))] : []),
    ...(counterexample ? differencesOf(counterexample).map(differenceTable) : []),
    ...(reproduce ? [block(clipped(`${reproduce.command}\n\n${reproduce.curl}`, longestBlock), 'sh')] : []),
    '</details>',
  ].join('\n\n');
}

function differenceTable(difference: Difference): string {
  const rows = difference.columns.map(({ name, expected = '–', stored = '–' }) => [
    code(name),
    code(clipped(expected, longestCell * 4)),
    code(clipped(stored, longestCell * 4)),
  ]);
  const title = plain(clipped(titleOf(difference), longestBlock));
  return rows.length > 0 ? `${title}\n\n${table(['column', 'expected', 'stored'], rows)}` : title;
}
