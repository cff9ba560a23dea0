/** What a conversion earns when nobody says, and how often a goal is converted. */
import fc from 'fast-check';
import type { Experiment } from '../../model.ts';
import { dayOffset } from '../draw/day.ts';
import { gapOver } from '../draw/gap.ts';
import { firstOf, needsGoal, needsToken } from '../obstacle.ts';
import { requestsOf } from '../request/chain.ts';
import { converting, type Goal } from '../request/goal.ts';
import { person } from '../request/person.ts';
import { dateTime } from '../request/time.ts';
import { holds } from '../row/cells.ts';
import { noRow, row } from '../row/rows.ts';

interface Plan {
  day: number;
  goal: Goal;
  /** Seconds to the second conversion in the visit; never the same second. */
  again: number;
  /** Seconds from there to the next visit. */
  next: number;
}

const once = 'piwik.conversion.once-a-visit';
const everyTime = 'piwik.conversion.every-time';
const earned = 'piwik.conversion.default-revenue';

/** Twice in one visit, and once more in the next. */
export const conversionAmount: Experiment<Plan> = {
  id: 'piwik.conversion-amount',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [earned, once, everyTime],
  features: ['goals'],
  casesPerRun: 2,
  obstacle: firstOf(needsGoal, needsToken),
  branches: {
    'a goal of one conversion a visit': ({ goal }) => !goal.multiple,
    'a goal of many conversions a visit': ({ goal }) => goal.multiple,
  },
  plan: (target) =>
    fc.record({
      day: dayOffset,
      goal: fc.constantFrom(...target.goals),
      again: fc.integer({ min: 1, max: 300 }),
      next: gapOver,
    }),
  render: ({ day, goal, again, next }, identity, target) => {
    const who = person(0, identity);
    const start = identity.clock(day);
    const times = [start, start + again, start + again + next] as const;
    const pairs = converting(goal, 0, identity);
    const at = (time: number) => ({ idvisitor: who.visitor, idgoal: goal.id, server_time: dateTime(time) });
    const often = goal.multiple ? everyTime : once;
    const conversion = (key: string, time: number) =>
      row('log_conversion', key, at(time), often, { revenue: holds(goal.revenue, earned) });
    return {
      requests: requestsOf(
        times.map((time) => ({ who, at: time, pairs })),
        target,
      ),
      expected: [
        conversion('first', times[0]),
        ...(goal.multiple ? [conversion('again', times[1])] : []),
        conversion('next visit', times[2]),
      ],
      absent: goal.multiple ? [] : [noRow('log_conversion', at(times[1]), once, 'next visit')],
    };
  },
};
