import type { CheckResult, Report } from '../../../generated/files/report.ts';
import { protocols as allFacts } from '../../../generated/index.ts';
import { mergeCoverage } from '../coverage/merge.ts';
import { UsageError } from '../run/errors.ts';
import { checksOf } from '../run/selection.ts';
import { requirementResults, summarise } from '../run/summary.ts';
import { suites } from '../suites.ts';

/**
 * The report of the whole from the reports of its shards: same seed and versions, no check in two of them.
 *
 * @throws UsageError when they are not parts of one run
 */
export function mergeReports(reports: readonly Report[]): Report {
  const [first, ...others] = reports;
  if (!first) throw new UsageError('merge: expected the reports of at least one shard');
  const whole = wholeOf(first);
  for (const report of others) {
    if (wholeOf(report) !== whole) {
      throw new UsageError(`merge: the reports are of different runs: ${whole} and ${wholeOf(report)}`);
    }
  }
  const checks = reports.flatMap((report) => report.checks);
  refuseRepeated(checks);
  const facts = first.protocols.flatMap(({ protocol, version }) => allFacts[protocol][version] ?? []);
  const problems = [...new Set(reports.flatMap((report) => report.problems ?? []))];
  const { problems: _, ...begun } = first;
  return {
    ...begun,
    startedAt: reports.map(({ startedAt }) => startedAt).sort()[0] ?? first.startedAt,
    durationMs: sum(reports, ({ durationMs }) => durationMs),
    requestsSent: sum(reports, ({ requestsSent }) => requestsSent),
    complete: reports.every(({ complete }) => complete),
    summary: summarise(checks),
    checks,
    requirements: requirementResults(checks, facts),
    answers: distinct(reports.flatMap(({ answers }) => answers)),
    ...(reports.some(({ coverage }) => coverage)
      ? {
          coverage: mergeCoverage(
            reports.flatMap(({ coverage = [] }) => coverage),
            everyCheckIn(checks),
          ),
        }
      : {}),
    ...(problems.length > 0 ? { problems } : {}),
  };
}

/** What the shards of one run have in common; each may have found the target at an address of its own. */
function wholeOf({ tool, protocols, seed }: Report): string {
  const versions = protocols.map(({ protocol, version }) => `${protocol} ${version}`).join(', ');
  return `${tool.name} ${tool.version}, ${versions}, seed ${seed}`;
}

/** Whether all checks of a version are among those that ran. */
function everyCheckIn(checks: readonly CheckResult[]): (tested: { protocol: string; version: string }) => boolean {
  const ids = new Set(checks.map(({ id }) => id));
  return ({ protocol, version }) => {
    const suite = suites.find(({ facts }) => facts.protocol === protocol && facts.version === version);
    return suite !== undefined && checksOf(suite).every(({ id }) => ids.has(id));
  };
}

function refuseRepeated(checks: readonly CheckResult[]): void {
  const seen = new Set<string>();
  for (const { id } of checks) {
    if (seen.has(id)) throw new UsageError(`merge: ${id} is in two of the reports: give each shard once`);
    seen.add(id);
  }
}

function sum(reports: readonly Report[], part: (report: Report) => number): number {
  return reports.reduce((total, report) => total + part(report), 0);
}

function distinct(answers: Report['answers']): Report['answers'] {
  return [...new Map(answers.map((answer) => [`${answer.ledger} ${answer.answer}`, answer])).values()];
}
