import fc from 'fast-check';

/** `count` members drawn with a seed, in their order. */
export function sampleOf<Member>(members: readonly Member[], count: number, seed: number): Member[] {
  const length = Math.min(count, members.length);
  const [drawn = []] = fc.sample(fc.subarray([...members], { minLength: length, maxLength: length }), {
    seed,
    numRuns: 1,
  });
  return drawn;
}
