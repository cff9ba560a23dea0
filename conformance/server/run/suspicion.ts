import type { Facts } from '../../../generated/model.ts';
import type { CheckTally } from './tally.ts';

// Normal quantile of a 68% confidence interval: 1 of 1 weighs less than 40 of 50, but 12 of 12 hardly less than 50 of 50.
const z = 1;

// What the wrong mapping of a parameter counts more than a rule: where its own column is wrong, every rule that looks at
// the column fails with it.
const mappingFactor = 1.5;

// Where several parameters are wrong in most of their cases, it is rather a rule they share.
const sharedFactor = 0.9;
const mostCases = 0.5;

// What MAY be otherwise comes after all that must not.
const mayMalus = 1;

// What counts less when a failure only follows from a row that is missing.
const derivedMalus = 0.2;

// What counts less where a case exercises much beside its requirements.
const broadMalus = 0.5;

// A wider value goes wrong with the usual ones when so much of its share of failures is theirs, too.
const likewise = 0.5;

/**
 * Failing checks, those nearest to the fault first. The share of cases that fail tells most: when hits with one
 * parameter are lost, its requirement fails in all its cases, the others only where they came with it.
 *
 * @param demanded name of a parameter without which hits are lost: every check fails for want of it
 */
export function bySuspicion(failing: readonly CheckTally[], facts: Facts, demanded: string | undefined): CheckTally[] {
  const factor = mappedWrong(failing, facts) > 1 ? sharedFactor : mappingFactor;
  const suspicions = new Map(failing.map((tally) => [tally, suspicionOf(tally, facts, factor)]));
  const sorted = failing.toSorted((a, b) => (suspicions.get(b) as number) - (suspicions.get(a) as number));
  const optional = `${facts.protocol}.${demanded}.optional`;
  const [first] = sorted;
  const leader =
    sorted.find(({ check }) => check.requirement === optional) ?? (first && plainerOf(first, sorted, facts));
  return leader ? [leader, ...sorted.filter((tally) => tally !== leader)] : sorted;
}

function suspicionOf(tally: CheckTally, facts: Facts, mapping: number): number {
  const { experiment, requirement } = tally.check;
  const maluses = [
    tally.smallest?.failure.derived ? derivedMalus : 0,
    experiment.broad ? broadMalus : 0,
    facts.requirements[requirement]?.level === 'MAY' ? mayMalus : 0,
  ];
  const share = confidentShare(tally) * (failsOwnColumn(facts, tally) ? mapping : 1);
  return maluses.reduce((left, malus) => left - malus, share);
}

/** Parameters whose own columns are wrong in most of their cases. */
function mappedWrong(failing: readonly CheckTally[], facts: Facts): number {
  const wrong = failing.filter(
    (tally) =>
      tally.check.requirement.endsWith('.stored') &&
      tally.failed / tally.runs >= mostCases &&
      failsOwnColumn(facts, tally),
  );
  return new Set(wrong.map(({ check }) => facts.requirements[check.requirement]?.parameter)).size;
}

function failsOwnColumn({ requirements, parameters }: Facts, { check, smallest }: CheckTally): boolean {
  const { parameter = '' } = requirements[check.requirement] ?? {};
  const own = parameters[parameter]?.columns.map(({ column }) => column) ?? [];
  return own.some((column) =>
    smallest?.failure.differing?.some((path) => path === column || path.endsWith(`.${column}`)),
  );
}

/** The lower end of the confidence interval (Wilson). */
function confidentShare({ failed, runs }: CheckTally): number {
  const observed = failed / runs;
  const margin = z * Math.sqrt((observed * (1 - observed)) / runs + z ** 2 / (4 * runs ** 2));
  return (observed + z ** 2 / (2 * runs) - margin) / (1 + z ** 2 / runs);
}

/** Where the usual values of a parameter go wrong as well, the wider ones are not the point. */
function plainerOf(tally: CheckTally, failing: readonly CheckTally[], facts: Facts): CheckTally {
  const { parameter } = facts.requirements[tally.check.requirement] ?? {};
  if (tally.check.requirement !== `${facts.protocol}.${parameter}.wide`) return tally;
  const plain = failing.find(({ check }) => check.requirement === `${facts.protocol}.${parameter}.stored`);
  return plain && plain.failed / plain.runs >= likewise * (tally.failed / tally.runs) ? plain : tally;
}
