import { createHash } from 'node:crypto';
import { keyOf, type Place } from './mutants.ts';

/**
 * `count` members drawn with a seed, in their order. Each is ranked by a hash of its own, so that a change of one
 * file exchanges the mutants of that file and leaves the rest of the sample as it was.
 */
export function draw<Member extends Place>(members: readonly Member[], count: number, seed: number): Member[] {
  const rank = new Map(members.map((member) => [member, hash(`${seed} ${keyOf(member)}`)]));
  const drawn = new Set(
    [...rank]
      .sort(([, a], [, b]) => (a < b ? -1 : 1))
      .slice(0, count)
      .map(([member]) => member),
  );
  return members.filter((member) => drawn.has(member));
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
