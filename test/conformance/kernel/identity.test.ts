import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Identity, Scenario, TargetFacts } from '../../../conformance/server/model.ts';
import { drawPlans } from '../../../conformance/server/run/draw.ts';
import { createIdentities, marker, markerHost } from '../../../conformance/server/run/identity.ts';
import { allExperiments } from './fake/experiments.ts';
import { runFake } from './fake/run.ts';

const target: TargetFacts = { site: 1, token: undefined, goals: [], features: new Set() };

describe('identities', () => {
  it('are never handed out twice in a run', () => {
    const identities = createIdentities();
    const seen = new Set<string>();
    let count = 0;
    for (let attempt = 0; attempt < 2_000; attempt += 1) {
      const identity = identities.next();
      for (const slot of [0, 1, 31]) {
        for (const value of [identity.visitor(slot), identity.address(slot), identity.text(slot), identity.url(slot)]) {
          seen.add(value);
          count += 1;
        }
      }
    }
    expect(seen.size).toBe(count);
  });

  it('differ between runs that start in the same millisecond', () => {
    const texts = Array.from({ length: 100 }, () => createIdentities().next().text(0));
    expect(new Set(texts).size).toBe(100);
  });

  it('have the shapes that experiments rely on', () => {
    fc.assert(
      fc.property(
        fc.nat(2 ** 41),
        fc.uint8Array({ minLength: 5, maxLength: 5 }),
        fc.nat(31),
        fc.nat(40),
        (now, random, slot, day) => {
          const identity = createIdentities({ now: now + 1e12, random }).next();
          expect(identity.visitor(slot)).toMatch(/^[0-9a-f]{16}$/);
          expect(identity.text(slot)).toMatch(new RegExp(`^${marker}-[a-z0-9-]+$`));
          expect(identity.url(slot)).toBe(`http://${markerHost}/${identity.text(slot)}`);
          const octets = identity.address(slot).split('.').map(Number);
          expect(octets).toHaveLength(4);
          expect(octets[0]).toBeGreaterThanOrEqual(11);
          expect(octets[0]).toBeLessThanOrEqual(99);
          expect(octets[3]).toBeGreaterThanOrEqual(1);
          expect(octets[3]).toBeLessThanOrEqual(254);
          const clock = identity.clock(day);
          const age = (now + 1e12) / 1000 - clock;
          expect(new Date(clock * 1000).getUTCHours()).toBe(3);
          expect(age).toBeGreaterThan(0);
          expect(age).toBeLessThan(21 * 86_400);
        },
      ),
    );
  });
});

/** Renders with identities whose values are put back to their names, so that only the plan is left. */
function nameless(plan: unknown, render: (plan: unknown, identity: Identity, target: TargetFacts) => Scenario): string {
  const names = new Map<string, string>();
  const real = createIdentities().next();
  const named = (kind: 'visitor' | 'address' | 'text' | 'url') => (slot: number) => {
    names.set(real[kind](slot), `<${kind} ${slot}>`);
    return real[kind](slot);
  };
  const identity = {
    visitor: named('visitor'),
    address: named('address'),
    text: named('text'),
    url: named('url'),
    clock: real.clock,
  };
  let text = JSON.stringify(render(plan, identity, target).requests);
  for (const [value, name] of names) text = text.replaceAll(value, name);
  return text;
}

describe('one seed', () => {
  it('sends the same requests but for the identities', () => {
    for (const experiment of allExperiments) {
      const [first, second] = [1, 2].map(() =>
        drawPlans(experiment, target, 7, { count: 50 }).map((plan) => nameless(plan, experiment.render)),
      );
      expect(first).toEqual(second);
      expect(first).not.toEqual(
        drawPlans(experiment, target, 8, { count: 50 }).map((plan) => nameless(plan, experiment.render)),
      );
    }
  });

  it('sends the same requests over the wire', async () => {
    const bare = async (seed: number) => {
      const { fake } = await runFake({ seed, runs: 10, concurrency: 1 });
      return fake.hits.map((hit) => hit.replace(/beaconform-[a-z0-9-]+|person=\w+/g, '*'));
    };
    expect(await bare(3)).toEqual(await bare(3));
    expect(await bare(3)).not.toEqual(await bare(4));
  });
});
