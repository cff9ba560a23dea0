import type { CheckResult, ShownRequest } from '../../../generated/files/report.ts';
import type { Scenario } from '../model.ts';
import type { Context } from './context.ts';
import { curlOf } from './curl.ts';
import { withoutTokens } from './redact.ts';
import { formatReplay } from './replay.ts';
import type { Check } from './selection.ts';
import { pathOf } from './send.ts';
import type { Shown } from './shown-case.ts';
import type { CheckTally } from './tally.ts';

export interface ResultOptions {
  /** The command line that repeats the run, to which `--replay` is added. */
  command: string;
  /** Why a check whose requirement no case exercised has no verdict. */
  unreached: string;
}

/** The result of a check that could run. */
export function resultOf(
  context: Context,
  tally: CheckTally,
  shown: Shown | undefined,
  options: ResultOptions,
): CheckResult {
  const { check, runs, unobserved } = tally;
  const base = { id: check.id, requirements: [check.requirement] };
  if (shown) return withoutTokens({ ...base, ...failed(context, tally, shown, options) }, context.target);
  if (runs > 0) return { ...base, status: 'passed', runs };
  if (unobserved === 0) return { ...base, status: 'skipped', runs, reason: options.unreached };
  const why =
    context.reader.name === 'none'
      ? 'without a reader nothing stored can be seen'
      : `the reader ${context.reader.name} does not show what it is about`;
  return { ...base, status: 'not-observable', runs, reason: why };
}

/** The result of a check that could not run at all. */
export function obstructed(
  { id, requirement }: Check,
  obstacle: { status: 'skipped' | 'not-observable'; reason: string },
): CheckResult {
  return { id, requirements: [requirement], status: obstacle.status, runs: 0, reason: obstacle.reason };
}

function failed(context: Context, tally: CheckTally, shown: Shown, { command }: ResultOptions) {
  const { attempt, failure, shrinks, path, flaky } = shown;
  const { experiment, requirement } = tally.check;
  const counts = `${tally.failed} of ${tally.runs} cases`;
  const reason = flaky
    ? `flaky: failed in the batch, passed when repeated (${counts}): ${failure.reason}`
    : failure.reason;
  const requests = shownRequests(context.trackerUrl, attempt.scenario);
  const token = formatReplay({ experiment: experiment.id, requirement, seed: context.seed, path });
  return {
    status: 'failed' as const,
    runs: tally.runs,
    failedRuns: tally.failed,
    firstFailedRun: tally.firstFailed,
    reason,
    counterexample: { requests, expected: [...failure.expected], stored: [...failure.stored], shrinks },
    reproduce: { command: `${command} --replay ${token}`, curl: curlOf(withoutTokens(requests, context.target)) },
  };
}

/** The requests of a case as they were sent. */
export function shownRequests(trackerUrl: string, { requests }: Scenario): ShownRequest[] {
  const tracker = new URL(trackerUrl);
  return requests.map((request) => ({
    method: request.method,
    url: `${tracker.origin}${Buffer.from(pathOf(tracker, request), 'latin1').toString('utf8')}`,
    headers: { ...request.headers },
    ...(request.body === undefined ? {} : { body: request.body }),
  }));
}
