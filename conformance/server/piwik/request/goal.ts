/** A request that converts a goal by hand. */
import type { Identity, TargetFacts } from '../../model.ts';
import type { Pairs } from './hit.ts';
import { page, viewing } from './page.ts';

export type Goal = TargetFacts['goals'][number];

/** Converts `goal` on the page of a slot. */
export function converting(goal: Goal | undefined, slot: number, identity: Identity): Pairs {
  if (goal === undefined) throw new Error('the target has no goal: the experiment must name needsGoal as its obstacle');
  return [...viewing(page(slot, identity)), ['idgoal', String(goal.id)]];
}
