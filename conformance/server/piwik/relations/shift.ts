/** Shifting all times by a constant shifts the times stored and nothing else. */
import fc from 'fast-check';
import type { ExpectedRecord, Experiment } from '../../model.ts';
import { dayOffset } from '../draw/day.ts';
import { shortGap } from '../draw/gap.ts';
import { needsToken } from '../obstacle.ts';
import { type ActKind, actKinds, actOf } from '../request/act.ts';
import { moments, requestsOf } from '../request/chain.ts';
import type { Pairs } from '../request/hit.ts';
import { person } from '../request/person.ts';
import { dateTime } from '../request/time.ts';
import { alike } from '../row/alike.ts';
import { holds, shares } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

interface Plan {
  day: number;
  acts: readonly ActKind[];
  gaps: readonly number[];
  /** Seconds by which the second person is later, or earlier when below 0. */
  shift: number;
}

const requirement = 'piwik.client-time.past';
const localTime: Pairs = [
  ['h', '12'],
  ['m', '34'],
  ['s', '56'],
];

/** Two people who do the same, one later than the other. */
export const shift: Experiment<Plan> = {
  id: 'piwik.relations-shift',
  broad: true,
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement],
  obstacle: needsToken,
  branches: {
    later: (plan) => plan.shift > 0,
    earlier: (plan) => plan.shift < 0,
  },
  plan: () =>
    fc.record({
      day: dayOffset,
      acts: fc.array(fc.constantFrom(...actKinds), { minLength: 1, maxLength: 4 }),
      gaps: fc.tuple(shortGap, shortGap, shortGap),
      shift: fc.integer({ min: -40_000_000, max: 50_000 }),
    }),
  render: ({ day, acts, gaps, shift: seconds }, identity, target) => {
    const people = [person(0, identity), person(1, identity)];
    const times = moments(identity.clock(day), gaps.slice(0, acts.length - 1));
    const by = (index: number) => (index === 0 ? 0 : seconds);
    const steps = people.flatMap((who, index) =>
      acts.map((kind, slot) => ({
        who,
        at: (times[slot] ?? 0) + by(index),
        pairs: [...actOf(kind, slot, identity).pairs, ...localTime],
      })),
    );
    return {
      requests: requestsOf(steps, target),
      expected: people.flatMap((who, index): ExpectedRecord[] => [
        row('log_visit', `visit ${index}`, of(who), requirement, {
          ...alike('log_visit', 'alike', requirement, false),
          visitor_localtime: shares('alike', requirement),
          visit_total_time: shares('alike', requirement),
          visit_first_action_time: holds(dateTime((times[0] ?? 0) + by(index)), requirement),
          visit_last_action_time: holds(dateTime((times.at(-1) ?? 0) + by(index)), requirement),
        }),
        ...acts.map((kind, slot) => {
          const [text] = actOf(kind, slot, identity).texts;
          const where = { ...of(who), [`${text?.column}.name`]: text?.name ?? '' };
          return row('log_link_visit_action', `action ${index} ${slot}`, where, requirement, {
            server_time: holds(dateTime((times[slot] ?? 0) + by(index)), requirement),
            time_spent_ref_action: holds(slot === 0 ? 0 : (gaps[slot - 1] ?? 0), requirement),
          });
        }),
      ]),
      absent: [],
    };
  },
};
