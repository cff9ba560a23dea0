/** When a visit began and ended, and how long it took. */
import fc from 'fast-check';
import type { ExpectedColumn, ExpectedRecord, Experiment } from '../../model.ts';
import { dayOffset } from '../draw/day.ts';
import { shortGap } from '../draw/gap.ts';
import { needsToken } from '../obstacle.ts';
import { moments, requestsOf } from '../request/chain.ts';
import { page, viewing } from '../request/page.ts';
import { person } from '../request/person.ts';
import { dateTime } from '../request/time.ts';
import { holds, mayHold } from '../row/cells.ts';
import { of, on, row } from '../row/rows.ts';

interface Plan {
  day: number;
  gaps: readonly number[];
  /** Whether the visit runs into the next day. */
  overMidnight: boolean;
}

/** From 03:00 to the last minutes of the day. */
const TO_MIDNIGHT = 75_000;

/** The time from the first action to the last, or one second more; nothing after a single action. */
function totalTime(gaps: readonly number[], span: number): ExpectedColumn {
  if (gaps.length === 0) return holds(0, 'piwik.visit.total-time');
  return mayHold('piwik.total-time', { gaps: span, 'one-more': span + 1 }, 'piwik.visit.total-time');
}

export const visitTimes: Experiment<Plan> = {
  id: 'piwik.visit-times',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [
    'piwik.visit.first-action-time',
    'piwik.visit.last-action-time',
    'piwik.visit.total-time',
    'piwik.visit.time-spent',
  ],
  obstacle: needsToken,
  branches: {
    'one action': ({ gaps }) => gaps.length === 0,
    'several actions': ({ gaps }) => gaps.length > 0,
    'within a day': ({ overMidnight }) => !overMidnight,
    'over midnight': ({ overMidnight }) => overMidnight,
  },
  plan: () => fc.record({ day: dayOffset, gaps: fc.array(shortGap, { maxLength: 3 }), overMidnight: fc.boolean() }),
  render: ({ day, gaps, overMidnight }, identity, target) => {
    const who = person(0, identity);
    const base = identity.clock(day);
    const start = overMidnight ? base - (base % 3600) + TO_MIDNIGHT + 500 : base;
    const times = moments(start, gaps);
    const end = times.at(-1) ?? start;
    const views = times.map((at, index) => ({ who, at, pairs: viewing(page(index, identity)) }));
    const spent = times.map((_at, index): ExpectedRecord => {
      const seconds = gaps[index - 1] ?? 0;
      return row('log_link_visit_action', `action ${index}`, on(page(index, identity)), 'piwik.visit.time-spent', {
        time_spent_ref_action: holds(seconds, 'piwik.visit.time-spent'),
      });
    });
    return {
      requests: requestsOf(views, target),
      expected: [
        row('log_visit', 'visit', of(who), 'piwik.visit.first-action-time', {
          visit_first_action_time: holds(dateTime(start), 'piwik.visit.first-action-time'),
          visit_last_action_time: holds(dateTime(end), 'piwik.visit.last-action-time'),
          visit_total_time: totalTime(gaps, end - start),
        }),
        ...spent,
      ],
      absent: [],
    };
  },
};
