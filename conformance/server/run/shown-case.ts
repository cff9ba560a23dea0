import type { CheckTally, FailingCase } from './tally.ts';

/** The case by which a failing check is shown. */
export interface Shown extends FailingCase {
  /** Path of the case in its experiment's tree. */
  path: string;
  shrinks: number;
  /** It failed in the batch and passed when it was repeated. */
  flaky: boolean;
}

/**
 * The failing checks to repeat and shrink, the most suspicious first: one for each row that an experiment misses, and
 * one for each other cause of a requirement. Wrong tokens are not sent again.
 */
export function leadersOf(failing: readonly CheckTally[]): CheckTally[] {
  const leaders = new Map<string, CheckTally>();
  for (const tally of failing) {
    const key = missesRow(tally) ? originOf(tally) : `${tally.check.requirement} ${tally.smallest?.failure.cause}`;
    if (!leaders.has(key) && !tally.check.experiment.wrongToken) leaders.set(key, tally);
  }
  return [...leaders.values()];
}

/** The case of each failing check: its own, or the shrunk case of another that misses the same row. */
export function shownCases(
  failing: readonly CheckTally[],
  shrunk: ReadonlyMap<CheckTally, Shown>,
): Map<CheckTally, Shown> {
  const byOrigin = new Map([...shrunk].map(([tally, shown]) => [originOf(tally), shown]));
  return new Map(
    failing.flatMap((tally): [CheckTally, Shown][] => {
      const { smallest, check } = tally;
      if (!smallest) return [];
      const own = shrunk.get(tally);
      const leader = missesRow(tally) ? byOrigin.get(originOf(tally)) : undefined;
      const failure = leader?.verdict.failureOf(check.requirement);
      if (own) return [[tally, own]];
      if (leader && failure) return [[tally, { ...leader, failure }]];
      return [[tally, { ...smallest, path: smallest.attempt.case.path, shrinks: 0, flaky: false }]];
    }),
  );
}

function missesRow({ smallest }: CheckTally): boolean {
  return smallest?.failure.cause.startsWith('missing ') ?? false;
}

/** Within an experiment, failures of one cause have one origin. */
function originOf({ check, smallest }: CheckTally): string {
  return `${check.experiment.id} ${smallest?.failure.cause}`;
}
