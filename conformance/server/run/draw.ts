import fc from 'fast-check';
import type { Experiment, TargetFacts } from '../model.ts';
import { InternalError, UsageError } from './errors.ts';
import { deriveSeed } from './seed.ts';

/**
 * The first `count` plans of an experiment under a run's seed.
 *
 * @throws InternalError when the generator throws
 */
export function drawPlans(experiment: Experiment, target: TargetFacts, seed: number, count: number): unknown[] {
  try {
    return sample(experiment, target, { seed: deriveSeed(seed, experiment.id), numRuns: count });
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
