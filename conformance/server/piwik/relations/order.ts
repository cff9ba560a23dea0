/** In which order the requests of independent visitors come changes nothing. */
import fc from 'fast-check';
import type { Experiment } from '../../model.ts';
import { dayOffset } from '../draw/day.ts';
import { gapOver, gapWithin } from '../draw/gap.ts';
import { needsToken } from '../obstacle.ts';
import { requestsOf, type Step } from '../request/chain.ts';
import { page, viewing } from '../request/page.ts';
import { person } from '../request/person.ts';
import { dateTime } from '../request/time.ts';
import { holds, shares } from '../row/cells.ts';
import { on, row } from '../row/rows.ts';

/** Two actions of one visitor. */
interface Pair {
  /** Minutes after the first of all. */
  begins: number;
  gap: { seconds: number; newVisit: boolean };
}

interface Plan {
  day: number;
  people: readonly Pair[];
  /** Whose next action is sent at each turn; everybody's actions keep their own order. */
  turns: readonly number[];
}

const requirement = 'piwik.visit.action-recorded';
const pair = fc.record({
  begins: fc.nat(240),
  gap: fc.oneof(
    gapWithin.map((seconds) => ({ seconds, newVisit: false })),
    // Half a day at most, so that no visitor leaves the day.
    gapOver.map((seconds) => ({ seconds: Math.min(seconds, 40_000), newVisit: true })),
  ),
});

export const order: Experiment<Plan> = {
  id: 'piwik.relations-order',
  broad: true,
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement],
  obstacle: needsToken,
  branches: {
    'the visit goes on': ({ people }) => people.some(({ gap }) => !gap.newVisit),
    'a new visit begins': ({ people }) => people.some(({ gap }) => gap.newVisit),
  },
  plan: () =>
    fc.integer({ min: 2, max: 3 }).chain((count) =>
      fc.record({
        day: dayOffset,
        people: fc.array(pair, { minLength: count, maxLength: count }),
        turns: fc.shuffledSubarray(
          Array.from({ length: 2 * count }, (_, index) => index % count),
          { minLength: 2 * count },
        ),
      }),
    ),
  render: ({ day, people, turns }, identity, target) => {
    const actions = people.map(({ begins, gap }, index) => {
      const at = identity.clock(day) + begins * 60;
      const visits = [`visit of ${index}`, gap.newVisit ? `second visit of ${index}` : `visit of ${index}`];
      return [at, at + gap.seconds].map((time, turn) => ({
        step: { who: person(index, identity), at: time, pairs: viewing(page(2 * index + turn, identity)) } as Step,
        shown: page(2 * index + turn, identity),
        visit: visits[turn] ?? '',
      }));
    });
    const waiting = actions.map((list) => [...list]);
    const sent = turns.flatMap((index) => waiting[index]?.shift() ?? []);
    return {
      requests: requestsOf(
        sent.map(({ step }) => step),
        target,
      ),
      expected: actions.flat().map(({ step, shown, visit }, index) =>
        row('log_link_visit_action', `action ${index}`, on(shown), requirement, {
          idvisit: shares(visit, requirement),
          server_time: holds(dateTime(step.at), requirement),
        }),
      ),
      absent: [],
    };
  },
};
