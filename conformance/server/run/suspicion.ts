import type { Facts } from '../../../generated/model.ts';
import type { CheckTally } from './tally.ts';

// Normal quantile of a 95% confidence interval.
const z = 1.96;

// What the wrong mapping of a parameter counts more than a rule: a rule that fails in every case comes before a mapping
// that fails in some 30% of its cases, and after one that fails in half of them.
const mappingBonus = 0.6;

// What counts less when a failure only follows from a row that is missing.
const derivedMalus = 0.2;

/**
 * Orders failing checks by how near they are to the fault. The share of cases that fail tells most: when hits with one
 * parameter are lost, its requirement fails in all its cases, the others only where they came with it. And where a
 * parameter's own column is wrong, every rule that looks at the column fails with it.
 */
export function bySuspicion(facts: Facts): (a: CheckTally, b: CheckTally) => number {
  const suspicion = (tally: CheckTally) => share(tally) + (failsOwnColumn(facts, tally) ? mappingBonus : 0);
  return (a, b) => suspicion(b) - suspicion(a);
}

function failsOwnColumn({ requirements, parameters }: Facts, { check, smallest }: CheckTally): boolean {
  const { parameter = '' } = requirements[check.requirement] ?? {};
  const own = parameters[parameter]?.columns.map(({ column }) => column) ?? [];
  return own.some((column) =>
    smallest?.failure.differing?.some((path) => path === column || path.endsWith(`.${column}`)),
  );
}

/** The lower end of the confidence interval (Wilson), so that 1 of 1 weighs less than 40 of 50. */
function share({ failed, runs, smallest }: CheckTally): number {
  const observed = failed / runs;
  const margin = z * Math.sqrt((observed * (1 - observed)) / runs + z ** 2 / (4 * runs ** 2));
  const lower = (observed + z ** 2 / (2 * runs) - margin) / (1 + z ** 2 / runs);
  return lower - (smallest?.failure.derived ? derivedMalus : 0);
}
