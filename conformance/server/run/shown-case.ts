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
 * The failing checks to repeat and shrink: one for each requirement and cause, and of those that only follow from a
 * missing row one for each cause that nothing else stands for. Wrong tokens are not sent again.
 */
export function leadersOf(failing: readonly CheckTally[]): CheckTally[] {
  const candidates = failing.filter(({ check, smallest }) => smallest && !check.experiment.wrongToken);
  const leaders = new Map<string, CheckTally>();
  for (const tally of candidates.filter(({ smallest }) => !smallest?.failure.derived)) {
    const key = `${tally.check.requirement} ${tally.smallest?.failure.cause}`;
    if (!leaders.has(key)) leaders.set(key, tally);
  }
  const led = new Set([...leaders.values()].map(originOf));
  for (const tally of candidates.filter(({ smallest }) => smallest?.failure.derived)) {
    if (!led.has(originOf(tally))) leaders.set(originOf(tally), tally);
    led.add(originOf(tally));
  }
  return [...leaders.values()];
}

/** The case of each failing check: its own, or the shrunk case of the failure it follows from. */
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
      const leader = smallest.failure.derived ? byOrigin.get(originOf(tally)) : undefined;
      const failure = leader?.verdict.failureOf(check.requirement);
      if (own) return [[tally, own]];
      if (leader && failure) return [[tally, { ...leader, failure }]];
      return [[tally, { ...smallest, path: smallest.attempt.case.path, shrinks: 0, flaky: false }]];
    }),
  );
}

/** Within an experiment, failures of one cause have one origin. */
function originOf({ check, smallest }: CheckTally): string {
  return `${check.experiment.id} ${smallest?.failure.cause}`;
}
