import type { CheckResult, LedgerAnswer, Report } from '../../../../generated/files/report.ts';
import type { Facts } from '../../../../generated/model.ts';
import { type Catalogue, catalogueOf } from '../catalogue.ts';
import { bad, counted, duration, type Status, statuses, verdictOf } from '../verdict.ts';
import { clipped } from '../visible.ts';
import { coverage } from './coverage.ts';
import { failures } from './failures.ts';
import { fitting, longestBlock, longestCell, mostRows } from './share.ts';
import { code, plain, table } from './text.ts';

/** The report as a job summary: verdict, failures with expected and stored side by side, answers, coverage, details to open. */
export function renderMarkdown(report: Report, facts: readonly Facts[]): string {
  const catalogue = catalogueOf(facts);
  const failed = report.checks.filter(({ status }) => bad.has(status));
  const sections = [
    ...opening(report),
    ...(failed.length > 0 ? failures(failed, catalogue) : []),
    ...notJudged(report.checks),
    ...answers(report.answers, catalogue),
    ...coverage(report),
  ];
  return `${sections.join('\n\n')}\n`;
}

function opening(report: Report): string[] {
  const { target, protocols, tool, seed, requestsSent, durationMs, summary, problems = [] } = report;
  const { verdict, detail } = verdictOf(report);
  const sign = { conformant: '✅', 'conformant so far': '⚠️', 'not conformant': '❌', 'nothing tested': '⚠️' }[verdict];
  const tested = protocols.map(({ protocol, version }) => `${protocol} ${version}`).join(', ');
  const counts = [
    summary.passed,
    summary.failed,
    summary.expectedFailures,
    summary.unexpectedPasses,
    summary.notObservable,
    summary.skipped,
  ];
  return [
    `## ${sign} ${plain(`${verdict}: ${detail}`)}`,
    `${code(clipped(target, longestBlock))}, ${plain(tested)}. ${counted(requestsSent, 'request')} in ${duration(durationMs)}, seed ${code(String(seed))}, ${plain(`${tool.name} ${tool.version}`)}.`,
    ...fitting(problems.map((problem) => `> **Problem:** ${plain(clipped(problem, longestBlock))}`)),
    table(
      ['passed', 'failed', 'expected failures', 'unexpected passes', 'not observable', 'skipped'],
      [counts.map(String)],
    ),
  ];
}

/** Never hidden: what was skipped or could not be seen, by reason. */
function notJudged(checks: readonly CheckResult[]): string[] {
  const quiet: ReadonlySet<Status> = new Set(['skipped', 'not-observable', 'expected-failure']);
  const open = checks.filter(({ status }) => quiet.has(status));
  if (open.length === 0) return [];
  const groups = [...Map.groupBy(open, ({ status, reason = '' }) => `${statuses[status]}\n${reason}`).values()];
  const rows = groups.slice(0, mostRows).map((group) => {
    const [first] = group as [CheckResult, ...CheckResult[]];
    return [statuses[first.status], String(group.length), plain(clipped(first.reason ?? '', longestCell * 2))];
  });
  const left = groups.length - rows.length;
  return [
    '<details><summary>Not judged or expected to fail</summary>',
    table(['status', 'checks', 'reason'], fitting(rows)),
    ...(left > 0 ? [`${counted(left, 'more reason')}: see the JSON or HTML report.`] : []),
    '</details>',
  ];
}

function answers(given: readonly LedgerAnswer[], catalogue: Catalogue): string[] {
  if (given.length === 0) return [];
  const rows = [...Map.groupBy(given, ({ ledger }) => ledger)].map(([ledger, own]) => {
    const entry = catalogue.ledger(ledger);
    const names = own.map(({ answer }) =>
      `${code(clipped(answer, longestCell))} ${plain(entry?.answers[answer] ?? '')}`.trimEnd(),
    );
    return [code(ledger), plain(entry?.question ?? ''), names.join('<br>')];
  });
  return [
    `<details><summary>Where the sources differ or are silent: ${counted(rows.length, 'answer')}</summary>`,
    table(['ledger', 'question', 'this target answers'], fitting(rows)),
    '</details>',
  ];
}
