/** Which requirements must own faults, and which rules a rare one. */
import { describe, expect, it } from 'vitest';
import { suites } from '../../conformance/server/suites.ts';
import { faults } from '../../reference-server/faults/index.ts';

const owners = new Set(faults.map(({ requirement }) => requirement));
const rareOwners = new Set(faults.filter(({ rare }) => rare).map(({ requirement }) => requirement));

describe.each(suites)('the faults of $facts.protocol $facts.version', ({ facts, experiments }) => {
  const checked = new Set(experiments.flatMap(({ requirements }) => requirements));
  const ofServer = Object.values(facts.requirements).filter(
    ({ binds, level }) => binds !== 'client' && level !== 'MAY',
  );
  const rules = Map.groupBy(
    ofServer.filter(({ rule }) => rule !== undefined),
    ({ rule }) => rule as string,
  );

  it('break every requirement that a server must or should keep, checked from outside or not', () => {
    expect(ofServer.map(({ id }) => id).filter((id) => !owners.has(id))).toEqual([]);
  });

  it('break every rule in two ways at least', () => {
    const ways = ([, all]: [string, { id: string }[]]) =>
      faults.filter(({ requirement }) => all.some(({ id }) => id === requirement)).length;
    expect([...rules].filter((rule) => ways(rule) < 2).map(([name]) => name)).toEqual([]);
  });

  it('break every rule that is checked in a way that is seldom seen', () => {
    const unseen = [...rules].filter(([, all]) => {
      const seen = all.filter(({ id }) => checked.has(id));
      return seen.length > 0 && !seen.some(({ id }) => rareOwners.has(id));
    });
    expect(unseen.map(([name]) => name)).toEqual([]);
  });
});
