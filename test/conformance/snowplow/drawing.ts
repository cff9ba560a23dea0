/** Draws and renders cases without sending any. */
import fc from 'fast-check';
import type { Experiment, Identity, Scenario, TargetFacts } from '../../../conformance/server/model.ts';
import { createIdentities } from '../../../conformance/server/run/identity.ts';

export const target: TargetFacts = {
  site: 1,
  token: undefined,
  goals: [],
  features: new Set<string>(),
} as unknown as TargetFacts;

export function draw(experiment: Experiment, seed: number, count: number): unknown[] {
  return fc.sample(experiment.plan(target), { seed, numRuns: count });
}

/** Rendered with identities of their own. */
export function scenarios(experiment: Experiment, seed: number, count: number): Scenario[] {
  const identities = createIdentities();
  return draw(experiment, seed, count).map((plan) => experiment.render(plan, identities.next(), target));
}

/** The same identities each time it is called. */
export function fixedIdentity(): Identity {
  return createIdentities({ now: Date.UTC(2024, 0, 5), random: Uint8Array.of(1, 2, 3, 4, 5) }).next();
}
