import type { Shown } from './shown-case.ts';
import type { CheckTally } from './tally.ts';

/** Experiments whose rows were missing and then were not: fewer may be an accident of the network. */
const enough = 3;

/**
 * Whether a target loses hits whatever they carry: in several experiments a row was missing that was stored when the
 * same was sent again.
 */
export function losesHits(shown: ReadonlyMap<CheckTally, Shown>): boolean {
  const lost = [...shown].filter(([, { flaky, failure }]) => flaky && failure.cause.startsWith('missing '));
  return new Set(lost.map(([{ check }]) => check.experiment.id)).size >= enough;
}

/** What such a run says before all that failed in it. */
export const lossProblem =
  'hits are lost now and then: rows were missing that were stored when the same was sent again, whatever was in it; everything below may fail for that alone';

/** What asks for the plainest hit to be stored, then what misses a row, by the number of requests sent for it. */
export function plainestFirst(failing: readonly CheckTally[], plainest: readonly string[]): CheckTally[] {
  const rank = ({ check, smallest }: CheckTally): number => {
    if (!smallest?.failure.cause.startsWith('missing ') || smallest.failure.derived) return Number.POSITIVE_INFINITY;
    const index = plainest.indexOf(check.requirement);
    return index < 0 ? smallest.attempt.scenario.requests.length : index - plainest.length;
  };
  return failing.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}
