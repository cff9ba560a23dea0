/** What the suite says of one fault: caught at each seed, and named first. */
import type { Report } from '../../generated/files/report.ts';
import type { ProtocolName } from '../../generated/model.ts';
import type { FaultFacts } from '../../reference-server/faults/index.ts';
import { runBroken } from './broken-server.ts';

/** A fault must be caught within so many runs of the checks of its requirement. */
export const mostRuns = 100;
// Of every experiment, in the run that shows which requirement is named first.
const fullRuns = 25;

export interface Proof {
  fault: string;
  requirement: string;
  /** For each seed the number of the run that caught it, from 1; null where all passed. */
  caught: (number | null)[];
  /** Share of the runs, over all seeds, that showed it: 0 to 1. */
  share: number;
  /** The first requirement that a full run names; null when all passed. */
  named: string | null;
  /** Other requirements that fail in it. */
  others: number;
}

export async function proveFault({ id, requirement, rare }: FaultFacts, seeds: readonly number[]): Promise<Proof> {
  const [protocol] = id.split('.') as [ProtocolName];
  const own: Report[] = [];
  for (const seed of seeds) {
    // The share of a rare fault is the point: the batches in which it does not show count, too.
    own.push(await runBroken(id, protocol, { only: [requirement], runs: mostRuns, seed, bail: !rare }));
  }
  const full = await runBroken(id, protocol, { runs: fullRuns, seed: seeds[0] });
  const failing = [...new Set(failed(full).flatMap(({ requirements }) => requirements))];
  return {
    fault: id,
    requirement,
    caught: own.map(caughtAfter),
    share: shareOf(own),
    named: failing[0] ?? null,
    others: failing.filter((other) => other !== requirement).length,
  };
}

function failed({ checks }: Report): Report['checks'] {
  return checks.filter(({ status }) => status === 'failed');
}

function caughtAfter(report: Report): number | null {
  const first = failed(report).map(({ firstFailedRun = mostRuns }) => firstFailedRun);
  return first.length > 0 ? Math.min(...first) : null;
}

/** Of the checks that failed at all: a requirement may also be exercised where the fault cannot show. */
function shareOf(reports: readonly Report[]): number {
  const failing = new Set(reports.flatMap(failed).map(({ id }) => id));
  const checks = reports.flatMap((report) => report.checks).filter(({ id }) => failing.has(id));
  const runs = checks.reduce((sum, check) => sum + check.runs, 0);
  return runs === 0 ? 0 : checks.reduce((sum, { failedRuns = 0 }) => sum + failedRuns, 0) / runs;
}
