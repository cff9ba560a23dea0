import type { Report } from '../../../generated/files/report.ts';
import type { ExpectedFailure } from '../targets/target-file.ts';
import type { RunOptions } from './options.ts';
import type { Plan } from './plan.ts';
import type { ProtocolResult } from './protocol-run.ts';
import { withoutTokens } from './redact.ts';
import { requirementResults, summarise } from './summary.ts';
import { applyExpectations } from './verdicts.ts';

export interface ReportParts {
  options: RunOptions;
  plan: Plan;
  results: readonly ProtocolResult[];
  startedAt: Date;
}

function expectedBy({ target, expectedFailures = [] }: RunOptions): ExpectedFailure[] {
  return [...(target?.expectedFailures ?? []), ...expectedFailures];
}

/** What a report says of a run that may be part of a whole. */
export function partOf(options: RunOptions): Pick<Report, 'shard' | 'expectedFailures'> {
  const expectedFailures = expectedBy(options);
  return {
    ...(options.shard ? { shard: options.shard } : {}),
    ...(expectedFailures.length > 0 ? { expectedFailures } : {}),
  };
}

/** Puts the results of all protocols into one report. */
export function reportOf({ options, plan, results, startedAt }: ReportParts): Report {
  const facts = plan.protocols.map(({ suite }) => suite.facts);
  const [only] = facts.length === 1 ? facts : [];
  const { checks, problems } = applyExpectations(
    results.flatMap((result) => result.checks),
    {
      expectedFailures: expectedBy(options),
      all: plan.all,
      today: startedAt.toISOString().slice(0, 10),
    },
  );
  const allProblems = [...results.flatMap((result) => result.problems), ...problems];
  const report: Report = {
    tool: { name: 'beaconform', version: options.toolVersion },
    target: options.trackerUrl,
    protocols: facts.map(({ protocol, version }) => ({ protocol, version })),
    ...(only ? { protocol: only.protocol, protocolVersion: only.version } : {}),
    seed: plan.seed,
    startedAt: startedAt.toISOString(),
    ...partOf(options),
    durationMs: Date.now() - startedAt.getTime(),
    requestsSent: results.reduce((sum, { requestsSent }) => sum + requestsSent, 0),
    complete: results.every(({ complete }) => complete),
    summary: summarise(checks),
    checks,
    requirements: requirementResults(checks, facts),
    answers: results.flatMap(({ answers }) => answers),
    coverage: results.map(({ coverage }) => coverage),
    ...(allProblems.length > 0 ? { problems: allProblems } : {}),
  };
  return withoutTokens(report, plan.target);
}
