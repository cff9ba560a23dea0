import type { Report } from '../../../generated/files/report.ts';
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

/** Puts the results of all protocols into one report. */
export function reportOf({ options, plan, results, startedAt }: ReportParts): Report {
  const facts = plan.protocols.map(({ suite }) => suite.facts);
  const [only] = facts.length === 1 ? facts : [];
  const { checks, problems } = applyExpectations(
    results.flatMap((result) => result.checks),
    {
      expectedFailures: [...(options.target?.expectedFailures ?? []), ...(options.expectedFailures ?? [])],
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
