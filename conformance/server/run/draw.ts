import fc from 'fast-check';
import type { Experiment, TargetFacts } from '../model.ts';
import type { Case } from './attempt.ts';
import { InternalError, UsageError } from './errors.ts';
import { deriveSeed } from './seed.ts';

// Plans are drawn when they are needed, so many at a time: a run of limited seconds must not spend them on drawing.
const chunk = 64;

/** The first `count` cases of an experiment under a run's seed; their plans are drawn when they are asked for. */
export function drawCases(experiment: Experiment, target: TargetFacts, seed: number, count: number): Case[] {
  let start = -1;
  let plans: unknown[] = [];
  const planAt = (index: number) => {
    const own = index - (index % chunk);
    if (own !== start) {
      plans = drawPlans(experiment, target, seed, { start: own, count: Math.min(chunk, count - own) });
      start = own;
    }
    return plans[index - own];
  };
  return Array.from({ length: count }, (_, index) => ({
    experiment,
    path: String(index),
    get plan() {
      return planAt(index);
    },
  }));
}

/**
 * `count` plans of an experiment under a run's seed, from number `start` on.
 *
 * @throws InternalError when the generator throws
 */
export function drawPlans(
  experiment: Experiment,
  target: TargetFacts,
  seed: number,
  { start = 0, count }: { start?: number; count: number },
): unknown[] {
  try {
    return sample(experiment, target, { seed: deriveSeed(seed, experiment.id), path: String(start), numRuns: count });
  } catch (error) {
    throw new InternalError(`${experiment.id} cannot draw its plans (seed ${seed}): ${error}`, error);
  }
}

/**
 * The one plan at a path.
 *
 * @throws UsageError when the tree has nothing there: another version or another target drew it
 */
export function drawPlanAt(experiment: Experiment, target: TargetFacts, seed: number, path: string): unknown {
  let plans: unknown[] = [];
  try {
    plans = sample(experiment, target, { seed: deriveSeed(seed, experiment.id), path, numRuns: 1 });
  } catch {
    // fast-check throws for a path that leaves the tree, and returns nothing for one past its last leaf.
  }
  if (plans.length === 0) {
    throw new UsageError(
      `--replay: ${experiment.id} draws nothing at path ${path} of seed ${seed}; replay with the version, target file and token of the run that printed it`,
    );
  }
  return plans[0];
}

/** The bare arbitrary: wrapped in a property, `fc.sample` would walk another tree than `fc.check` (fast-check 4). */
function sample(experiment: Experiment, target: TargetFacts, parameters: fc.Parameters<unknown>): unknown[] {
  return fc.sample(experiment.plan(target), parameters);
}
