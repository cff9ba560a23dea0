/** Why an experiment cannot run on a target. */
import type { Experiment, TargetFacts } from '../model.ts';

type Obstacle = ReturnType<NonNullable<Experiment['obstacle']>>;

/** For experiments whose privileged parameters only take effect with a token. */
export function needsToken(target: TargetFacts): Obstacle {
  if (target.token !== undefined) return undefined;
  return {
    status: 'not-observable',
    reason: 'needs a token: without one a request can tell neither its time nor its address (--token)',
  };
}

/** For experiments that convert goals by hand. */
export function needsGoal(target: TargetFacts): Obstacle {
  if (target.goals.length > 0) return undefined;
  return { status: 'skipped', reason: 'the target names no manual goal of the site (sites.goals in the target file)' };
}

/** The first obstacle that stands. */
export function firstOf(...obstacles: readonly ((target: TargetFacts) => Obstacle)[]) {
  return (target: TargetFacts): Obstacle => {
    for (const obstacle of obstacles) {
      const found = obstacle(target);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}
