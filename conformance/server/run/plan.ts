import type { Experiment, TargetFacts } from '../model.ts';
import { targetFactsOf } from '../targets/facts.ts';
import type { Case } from './attempt.ts';
import { drawCases, drawPlanAt } from './draw.ts';
import { UsageError } from './errors.ts';
import type { RunOptions, Suite } from './options.ts';
import { parseReplay, type Replay } from './replay.ts';
import { freshSeed } from './seed.ts';
import { type Check, checksOf, obstacleOf, selectChecks } from './selection.ts';
import { isLoopback, resolveTrackers } from './trackers.ts';

/** What a run will do, before anything is sent. */
export interface Plan {
  seed: number;
  runs: number;
  /** Requests a second; undefined is unlimited. */
  rate: number | undefined;
  /** The target is off this machine. */
  remote: boolean;
  target: TargetFacts;
  /** Every check of the versions tested, selected or not. */
  all: readonly Check[];
  protocols: readonly PlannedProtocol[];
}

export interface PlannedProtocol {
  suite: Suite;
  trackerUrl: string;
  /** Selected checks. */
  checks: readonly Check[];
  /** Cases of each experiment that can run. */
  cases: readonly (readonly Case[])[];
  /** Cases that send a wrong token, sent after all others. */
  last: readonly Case[];
}

// Matomo locks out good tokens after 20 wrong ones an hour.
const mostWrongTokens = 5;
// For targets off loopback, unless --rate says otherwise.
const remoteRate = 5;

/** @throws UsageError when the options contradict themselves or match nothing */
export function planRun(options: RunOptions, suites: readonly Suite[]): Plan {
  const replay = options.replay === undefined ? undefined : parseReplay(options.replay);
  const trackers = resolveTrackers(replay ? withProtocolOf(replay, options, suites) : options, suites);
  const loopback = isLoopback(options.trackerUrl);
  if (!loopback && !options.allowRemote) {
    throw new UsageError(
      `${options.trackerUrl} is not on this machine: a run stores hits there that only its owner can delete; add --allow-remote if it is yours`,
    );
  }
  const target = targetFactsOf(
    options,
    trackers.map(({ suite }) => suite),
  );
  const all = trackers.flatMap(({ suite }) => checksOf(suite));
  const selected = selectChecks(all, replay ? { only: [`${replay.experiment}/${replay.requirement}`] } : options);
  const { runs = 100 } = options;
  const seed = replay?.seed ?? options.seed ?? freshSeed();
  const protocols = trackers.flatMap(({ suite, trackerUrl }): PlannedProtocol[] => {
    const checks = selected.filter(({ experiment }) => experiment.protocol === suite.facts.protocol);
    return checks.length === 0
      ? []
      : [{ suite, trackerUrl, checks, ...casesOfAll(checks, target, { seed, runs, replay }) }];
  });
  const rate = options.rate ?? (loopback ? undefined : remoteRate);
  return { seed, runs, rate, remote: !loopback, target, all, protocols };
}

function withProtocolOf(replay: Replay, options: RunOptions, suites: readonly Suite[]): RunOptions {
  const experiment = suites.flatMap(({ experiments }) => experiments).find(({ id }) => id === replay.experiment);
  if (!experiment)
    throw new UsageError(
      `--replay: no experiment ${replay.experiment} in this version; replay with the version that printed it`,
    );
  const asked = options.protocols?.find(({ protocol }) => protocol === experiment.protocol);
  return { ...options, protocols: [asked ?? { protocol: experiment.protocol }] };
}

/** At least one, however few an experiment of costly cases asks for. */
function casesOf({ casesPerRun = 1 }: Experiment, runs: number): number {
  return Math.max(1, Math.round(runs * casesPerRun));
}

function casesOfAll(
  checks: readonly Check[],
  target: TargetFacts,
  { seed, runs, replay }: { seed: number; runs: number; replay: Replay | undefined },
): { cases: Case[][]; last: Case[] } {
  const cases: Case[][] = [];
  const last: Case[] = [];
  for (const experiment of new Set(checks.map((check) => check.experiment))) {
    if (obstacleOf(experiment, target)) continue;
    const drawn: Case[] = replay
      ? [{ experiment, plan: drawPlanAt(experiment, target, seed, replay.path), path: replay.path }]
      : drawCases(experiment, target, seed, casesOf(experiment, runs));
    if (experiment.wrongToken) last.push(...drawn.slice(0, mostWrongTokens));
    else cases.push(drawn);
  }
  return { cases, last: last.slice(0, mostWrongTokens) };
}
