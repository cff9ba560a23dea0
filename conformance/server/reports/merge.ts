import type { CheckResult, Report } from '../../../generated/files/report.ts';
import { protocols as allFacts } from '../../../generated/index.ts';
import { mergeCoverage } from '../coverage/merge.ts';
import { UsageError } from '../run/errors.ts';
import { checksOf } from '../run/selection.ts';
import { requirementResults, summarise } from '../run/summary.ts';
import { applyExpectations } from '../run/verdicts.ts';
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
  refuseRepeated(reports.flatMap((report) => report.checks));
  const protocols = protocolsOf(reports);
  const [only] = protocols.length === 1 ? protocols : [];
  const facts = protocols.flatMap(({ protocol, version }) => allFacts[protocol][version] ?? []);
  const startedAt = reports.map((report) => report.startedAt).sort()[0] ?? first.startedAt;
  const { checks, problems: ofWhole } = judgedAsWhole(reports, protocols, startedAt);
  const missing = missingShards(reports);
  const problems = [...new Set([...reports.flatMap((report) => report.problems ?? []), ...ofWhole, ...missing])];
  const { problems: _, shard: __, protocol: ___, protocolVersion: ____, ...begun } = first;
  return {
    ...begun,
    protocols,
    ...(only ? { protocol: only.protocol, protocolVersion: only.version } : {}),
    startedAt,
    durationMs: sum(reports, ({ durationMs }) => durationMs),
    requestsSent: sum(reports, ({ requestsSent }) => requestsSent),
    complete: missing.length === 0 && reports.every(({ complete }) => complete),
    summary: summarise(checks),
    checks,
    requirements: requirementResults(checks, facts),
    answers: distinct(reports.flatMap(({ answers }) => answers)),
    ...coverageOf(reports, checks),
    ...(problems.length > 0 ? { problems } : {}),
  };
}

/** What the shards of one run have in common; each may have found the target at an address of its own. */
function wholeOf({ tool, seed, shard, expectedFailures }: Report): string {
  const parts = shard ? `, ${shard.count} shards` : '';
  const expected = expectedFailures ? `, expected failures ${JSON.stringify(expectedFailures)}` : '';
  return `${tool.name} ${tool.version}, seed ${seed}${parts}${expected}`;
}

/** A shard may hold checks of some of the protocols only. */
function protocolsOf(reports: readonly Report[]): Report['protocols'] {
  const all = new Map<string, Report['protocols'][number]>();
  for (const tested of reports.flatMap(({ protocols }) => protocols)) {
    const { version } = all.get(tested.protocol) ?? tested;
    if (version !== tested.version) {
      const versions = `${tested.protocol} ${version} and ${tested.version}`;
      throw new UsageError(`merge: the reports are of different runs: ${versions}`);
    }
    all.set(tested.protocol, tested);
  }
  return [...all.values()].sort((a, b) => (a.protocol < b.protocol ? -1 : 1));
}

/**
 * A requirement whose checks stand in several shards passes against expectation only when it passes in all of them,
 * which none of the shards could know.
 */
function judgedAsWhole(reports: readonly Report[], protocols: Report['protocols'], startedAt: string) {
  const tested = suites.filter(({ facts }) =>
    protocols.some(({ protocol, version }) => facts.protocol === protocol && facts.version === version),
  );
  return applyExpectations(
    reports.flatMap((report) => report.checks),
    {
      expectedFailures: reports[0]?.expectedFailures ?? [],
      all: tested.flatMap(checksOf),
      today: startedAt.slice(0, 10),
    },
  );
}

function missingShards(reports: readonly Report[]): string[] {
  const count = reports[0]?.shard?.count ?? 0;
  const given = new Set(reports.map(({ shard }) => shard?.index));
  const indexes = Array.from({ length: count }, (_, index) => index + 1);
  return indexes
    .filter((index) => !given.has(index))
    .map((index) => `merge: the report of shard ${index}/${count} is missing`);
}

/** None when no shard measured any, as those of earlier versions. */
function coverageOf(reports: readonly Report[], checks: readonly CheckResult[]): Pick<Report, 'coverage'> {
  const parts = reports.flatMap(({ coverage = [] }) => coverage);
  return parts.length === 0 ? {} : { coverage: mergeCoverage(parts, everyCheckIn(checks)) };
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
