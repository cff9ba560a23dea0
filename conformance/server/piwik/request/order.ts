/** Requests that order, or leave a cart. */
import type { Pairs } from './hit.ts';
import { wireOf } from './hit.ts';

/** An order of that number. */
export function ordering(number: string): Pairs {
  return [
    ['idgoal', '0'],
    ['ec_id', wireOf(number)],
  ];
}

/** A cart. */
export const leavingCart: Pairs = [['idgoal', '0']];
