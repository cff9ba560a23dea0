import type { CheckResult, Report, ShownRequest } from '../../../generated/files/report.ts';
import type { Catalogue } from './catalogue.ts';
import { type Difference, differencesOf } from './difference.ts';
import { requestLines, titleOf } from './failure-lines.ts';
import type { Paint } from './paint.ts';
import { counted } from './verdict.ts';
import { clipped, visible } from './visible.ts';

// More than these are listed by a line each: the first ones tell the cause.
const shownInFull = 10;
const longest = 1_200;

/** What failed: what was sent, what must follow, what came, where the spec says so, and how to replay it. */
export function renderFailures({ checks }: Report, catalogue: Catalogue, paint: Paint): string {
  const failed = checks.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return '';
  const groups = [...Map.groupBy(failed, originOf).values()].map(leaderFirst);
  const full = groups.slice(0, shownInFull).map((group) => renderGroup(group, catalogue, paint));
  const rest = groups.slice(shownInFull).flat();
  const lines = rest.map(
    ({ id, reason = '' }) => `${paint.bad('FAIL')} ${visible(id)}: ${clipped(visible(reason), 200)}`,
  );
  const title = paint.bad(paint.strong(`${counted(failed.length, 'check')} failed`));
  return [title, ...full, ...(lines.length > 0 ? [lines.join('\n')] : [])].join('\n\n');
}

/** Checks of one experiment that fail for want of the same row are one failure. */
function originOf({ id, reason = '' }: CheckResult): string {
  const missing = /no row of \S+ was found/.exec(reason)?.[0];
  return missing ? `${id.split('/')[0]} ${missing}` : id;
}

/** The one that was shrunk tells the most. */
function leaderFirst(group: readonly CheckResult[]): CheckResult[] {
  const shrinks = ({ counterexample }: CheckResult) => counterexample?.shrinks ?? 0;
  return [...group].sort((a, b) => shrinks(b) - shrinks(a));
}

function renderGroup(group: readonly CheckResult[], catalogue: Catalogue, paint: Paint): string {
  const [leader, ...followers] = group as [CheckResult, ...CheckResult[]];
  const lines = renderCheck(leader, catalogue, paint);
  if (followers.length === 0) return lines.join('\n');
  const also = followers.flatMap(({ requirements }) => requirements).join(', ');
  const title = `  The same missing row fails ${counted(followers.length, 'more check')}`;
  return [...lines, `${title}: ${clipped(visible(also), longest)}`].join('\n');
}

function renderCheck(check: CheckResult, catalogue: Catalogue, paint: Paint): string[] {
  const { id, requirements, reason = '', counterexample, reproduce } = check;
  const requirement = catalogue.requirement(requirements[0] ?? '');
  const experiment = paint.faint(`in ${visible(id.split('/')[0] ?? '')}`);
  const names = paint.strong(visible(requirements.join(', ')));
  const steps = counterexample?.shrinks ?? 0;
  return [
    `${paint.bad('FAIL')} ${requirement ? `${requirement.level} ` : ''}${names} ${experiment}`,
    ...(requirement
      ? [`  ${visible(requirement.sentence)}`, paint.faint(`  Source: ${visible(requirement.source)}`)]
      : []),
    `  ${clipped(visible(reason), longest)}`,
    ...(counterexample
      ? [
          `  Sent${steps > 0 ? `, made smaller in ${counted(steps, 'step')}` : ''}:`,
          ...counterexample.requests.flatMap(shownRequest),
          ...differencesOf(counterexample).flatMap((difference) => shownDifference(difference, paint)),
        ]
      : []),
    ...(reproduce ? [`  Replay: ${visible(reproduce.command)}`] : []),
  ];
}

function shownRequest(request: ShownRequest): string[] {
  return requestLines(request).map((line) => `    ${clipped(visible(line), longest)}`);
}

/** What the row is found by, then one line for each column that differs. */
function shownDifference(difference: Difference, paint: Paint): string[] {
  const text = (value: string | undefined) => clipped(value ?? 'nothing', longest);
  const lines = difference.columns.map(({ name, expected, stored }) => {
    const wanted = `expected ${paint.good(text(expected))}`;
    const found = `stored ${paint.bad(text(stored))}`;
    if (difference.kind === 'missing') return `    ${name}  ${wanted}`;
    return difference.kind === 'differs' ? `    ${name}  ${wanted}  ${found}` : `    ${name}  ${found}`;
  });
  return [`  ${clipped(visible(titleOf(difference)), longest)}`, ...lines];
}
