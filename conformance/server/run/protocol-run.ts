import type { CheckResult, LedgerAnswer, ProtocolCoverage } from '../../../generated/files/report.ts';
import { measureCoverage } from '../coverage/measure.ts';
import { runBatches, spread } from './batches.ts';
import { sendCanary } from './canary.ts';
import type { Context } from './context.ts';
import { losesHits, lossProblem, plainestFirst } from './losses.ts';
import type { RunOptions } from './options.ts';
import type { Plan, PlannedProtocol } from './plan.ts';
import { obstructed, resultOf } from './results.ts';
import { obstacleOf } from './selection.ts';
import { type Shown, shownCases } from './shown-case.ts';
import { shrinkFailures } from './shrink.ts';
import { type CheckTally, Tally } from './tally.ts';
import { Waiting } from './waiting.ts';

export interface ProtocolRun extends PlannedProtocol {
  plan: Plan;
  options: RunOptions;
  /** Protocols that the limits of shrinking are shared among. */
  share: number;
}

export interface ProtocolResult {
  checks: CheckResult[];
  answers: LedgerAnswer[];
  coverage: ProtocolCoverage;
  problems: string[];
  /** False when cases were left out. */
  complete: boolean;
  requestsSent: number;
}

const mostShrinks = 10;
const notReachedReason = 'not reached: a limit or a first failure ended the run';

/** Tests one protocol: canary, batches, shrinking, results. */
export async function runProtocol(context: Context, run: ProtocolRun): Promise<ProtocolResult> {
  const { delayMs, reason } = await sendCanary(context, run.options.patience);
  const canaryFound = delayMs !== undefined;
  context.waiting = new Waiting(delayMs, run.options.patience);
  if (canaryFound) context.progress({ event: 'canary', delayMs });
  const problems = reason === undefined ? [] : [canaryProblem(context, reason)];
  for (const problem of problems) context.progress({ event: 'problem', reason: problem });
  const tally = new Tally(
    run.checks.filter(({ experiment }) => !obstacleOf(experiment, context.target)),
    context.suite.facts,
  );
  const batching = {
    bail: run.options.bail ?? false,
    rate: run.plan.rate,
    hurried: run.options.maxSeconds !== undefined,
    afterBatch: () => tellStanding(context, run, tally),
  };
  const complete =
    (await runBatches(context, spread(run.cases), tally, batching)) &&
    (await runBatches(context, run.last, tally, batching));
  const shrinks = canaryFound && run.options.replay === undefined;
  const most = shrinks ? (run.options.shrinks ?? mostShrinks) / run.share : 0;
  const shrunk = await shrinkFailures(context, tally.failing, { most, share: run.share });
  const loses = losesHits(shrunk);
  if (loses) problems.push(`${context.suite.facts.protocol} ${context.suite.facts.version}: ${lossProblem}`);
  if (loses) context.progress({ event: 'problem', reason: problems.at(-1) as string });
  const failing = loses ? plainestFirst(tally.failing, context.canary.experiment.requirements) : tally.failing;
  const checks = resultsOf(context, run, tally, { failing, shown: shownCases(failing, shrunk), complete });
  for (const check of checks) context.progress({ event: 'check', check });
  return {
    checks,
    answers: tally.answers,
    coverage: coverageOf(run, checks, tally),
    problems,
    complete,
    requestsSent: context.budget.requestsSent,
  };
}

/** The result of a protocol that nothing was sent for. */
export function notReached(
  run: Pick<ProtocolRun, 'suite' | 'checks' | 'plan' | 'options'>,
  reason = notReachedReason,
): ProtocolResult {
  const checks = run.checks.map((check) => obstructed(check, { status: 'skipped', reason }));
  return {
    checks,
    answers: [],
    coverage: coverageOf(run, checks),
    problems: [],
    complete: false,
    requestsSent: 0,
  };
}

function coverageOf(
  { suite: { facts }, checks: selected, plan, options }: Pick<ProtocolRun, 'suite' | 'checks' | 'plan' | 'options'>,
  results: readonly CheckResult[],
  tally?: Tally,
): ProtocolCoverage {
  const all = plan.all.filter(({ experiment }) => experiment.protocol === facts.protocol);
  return measureCoverage({ facts, all, selected, selection: options, results, tally: tally?.coverage });
}

interface Failures {
  /** The most telling first. */
  failing: readonly CheckTally[];
  shown: ReadonlyMap<CheckTally, Shown>;
  complete: boolean;
}

function resultsOf(
  context: Context,
  { checks, plan, options }: ProtocolRun,
  tally: Tally,
  { failing, shown, complete }: Failures,
): CheckResult[] {
  const tallies = new Map(tally.checks.map((one) => [one.check.id, one]));
  const unreached = complete ? `no case exercised it in ${plan.runs} runs: raise --runs` : notReachedReason;
  const command = options.command ?? `beaconform test ${options.trackerUrl}`;
  const suspects = failing.map(({ check }) => check);
  const others = checks.filter((check) => !suspects.includes(check));
  return [...suspects, ...others].map((check) => {
    const own = tallies.get(check.id);
    const obstacle = obstacleOf(check.experiment, context.target) ?? { status: 'skipped', reason: unreached };
    return own ? resultOf(context, own, shown.get(own), { command, unreached }) : obstructed(check, obstacle);
  });
}

/** Unshrunk and incomplete, for whoever must report before the end. */
function tellStanding(context: Context, run: ProtocolRun, tally: Tally): void {
  context.progress({
    event: 'standing',
    protocol: context.suite.facts.protocol,
    requests: context.budget.requestsSent,
    standing: () => ({
      checks: resultsOf(context, run, tally, {
        failing: tally.failing,
        shown: shownCases(tally.failing, new Map()),
        complete: false,
      }),
      answers: tally.answers,
    }),
  });
}

function canaryProblem({ reader, target, suite: { facts } }: Context, reason: string): string {
  const site = facts.protocol === 'piwik' ? `does site ${target.site} exist there (--site), ` : '';
  return `${facts.protocol} ${facts.version}: ${reason}; ${site}and does the reader ${reader.name} show what this tracker stores (--reader-url)?`;
}
