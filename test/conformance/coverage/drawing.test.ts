import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../../conformance/server/coverage/choices.ts';
import { reachedBy } from '../../../conformance/server/coverage/reached.ts';
import { CoverageTally } from '../../../conformance/server/coverage/tally.ts';
import {
  branchItems,
  type Item,
  parameterItems,
  valueClassItems,
} from '../../../conformance/server/coverage/universe.ts';
import { experiments } from '../../../conformance/server/experiments.ts';
import { drawPlans } from '../../../conformance/server/run/draw.ts';
import type { Facts } from '../../../generated/model.ts';
import { identities, target } from '../piwik/drawing.ts';
import { facts } from '../reports/report.ts';

/** What the cases of a run of a hundred reach, as they would be sent. */
function drawnFor(one: Facts, seed: number): CoverageTally {
  const tally = new CoverageTally(one);
  const own = identities();
  for (const experiment of experimentsOf(one)) {
    const count = Math.max(1, Math.round(100 * (experiment.casesPerRun ?? 1)));
    for (const plan of drawPlans(experiment, target, seed, { count })) {
      tally.add(experiment.render(plan, own.next(), target).requests, reachedBy(experiment, plan));
    }
  }
  return tally;
}

function experimentsOf({ protocol, version }: Facts) {
  return experiments.filter((one) => one.protocol === protocol && one.versions.includes(version));
}

function missing(items: readonly Item[], reached: ReadonlyMap<string, number>): string[] {
  return items.filter(({ id, never }) => !reached.has(id) && never === undefined).map(({ id }) => id);
}

describe.each(facts)('a run of a hundred of $protocol', (one) => {
  it.each([1, 2, 3])('reaches every parameter, value class and branch that can be reached: seed %i', (seed) => {
    const { parameters, valueClasses, branches } = drawnFor(one, seed);
    expect(missing(parameterItems(one), parameters)).toEqual([]);
    expect(missing(valueClassItems(one, experimentsOf(one)), valueClasses)).toEqual([]);
    expect(missing(branchItems(experimentsOf(one)), branches)).toEqual([]);
  });

  it('has no branch and no class that is not in the facts', () => {
    const known = new Set(valueClassItems(one, []).map(({ id }) => id));
    for (const { classes = {} } of experimentsOf(one)) {
      for (const id of Object.keys(classes)) expect(known).toContain(id);
    }
  });
});

describe('what a plan chose', () => {
  const experiment = {
    ...(experiments.find(({ classes }) => classes === undefined) as (typeof experiments)[number]),
    id: 'an.experiment',
    branches: choicesOf<{ way: string }>(['here', 'there'], ({ way }) => way),
  };

  it('is told by its branches and by every sample in it', () => {
    const sample = { parameter: 'vp', class: 'ordinary', wire: '1x1', stored: [] };
    const plan = { way: 'there', deep: [{ sample }, [{ ...sample, class: 'boundary' }]], none: null };
    expect(reachedBy(experiment, plan)).toEqual({
      branches: ['an.experiment/there'],
      valueClasses: new Set(['vp/ordinary', 'vp/boundary']),
    });
  });

  it('counts a value only when its parameter was sent', () => {
    const [one] = facts.filter(({ protocol }) => protocol === 'snowplow') as [Facts];
    const tally = new CoverageTally(one);
    const reached = { branches: [], valueClasses: new Set(['vp/ordinary', 'res/ordinary']) };
    tally.add([{ method: 'GET', query: 'e=pv&vp=1x1&zq=1' }], reached);
    expect([...tally.parameters.keys()]).toEqual(['e', 'vp']);
    expect([...tally.valueClasses.keys()]).toEqual(['vp/ordinary']);
  });
});
