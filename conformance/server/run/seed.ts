import { createHash, randomInt } from 'node:crypto';

/** A seed for a run that was given none. */
export function freshSeed(): number {
  return randomInt(1, 2 ** 31);
}

/** A seed of its own for each experiment, so that one more experiment does not change what the others draw. */
export function deriveSeed(seed: number, experiment: string): number {
  return createHash('sha256').update(`${seed}/${experiment}`).digest().readInt32BE(0);
}
