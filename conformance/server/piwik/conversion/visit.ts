/** What a conversion does to its visit, and what it copies of it. */
import fc from 'fast-check';
import type { Experiment } from '../../model.ts';
import { dayOffset } from '../draw/day.ts';
import { shortGap, visitLength } from '../draw/gap.ts';
import { type Slots, slots, slotWire, storedSlots } from '../draw/slots.ts';
import { firstOf, needsGoal, needsToken } from '../obstacle.ts';
import { requestsOf } from '../request/chain.ts';
import { converting, type Goal } from '../request/goal.ts';
import { page, viewing } from '../request/page.ts';
import { person } from '../request/person.ts';
import { holds, shares } from '../row/cells.ts';
import { of, on, row } from '../row/rows.ts';

interface Plan {
  day: number;
  goal: Goal;
  variables: Slots;
  count: number;
  /** Two gaps, each within a visit; often together more than one. */
  gaps: readonly [number, number];
}

const marked = 'piwik.conversion.visit-marked';
const continued = 'piwik.conversion.visit-continued';
const copied = 'piwik.conversion.copied';
const activity = 'piwik.visit.conversion-is-activity';
const halfLength = fc.integer({ min: visitLength / 2 + 1, max: visitLength - 120 });

/** A page, a conversion and a page of one visitor; a conversion of another; a page of a third. */
export const conversionVisit: Experiment<Plan> = {
  id: 'piwik.conversion-visit',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [marked, continued, copied, activity, 'piwik.visitor-detection.one-id-everywhere'],
  features: ['goals'],
  obstacle: firstOf(needsGoal, needsToken),
  branches: {},
  plan: (target) =>
    fc.record({
      day: dayOffset,
      goal: fc.constantFrom(...target.goals),
      variables: slots,
      count: fc.integer({ min: 2, max: 99 }),
      gaps: fc.oneof(fc.tuple(shortGap, shortGap), fc.tuple(halfLength, halfLength)),
    }),
  render: ({ day, goal, variables, count, gaps }, identity, target) => {
    const [visits, alone, views] = [person(0, identity), person(1, identity), person(2, identity)];
    const start = identity.clock(day);
    const [before, after, elsewhere] = [page(0, identity), page(1, identity), page(2, identity)];
    const told = [slotWire('_cvar', variables), ['_idvc', String(count)] as const];
    const steps = [
      { who: visits, at: start, pairs: [...viewing(before), ...told] },
      { who: alone, at: start, pairs: converting(goal, 5, identity) },
      { who: views, at: start, pairs: viewing(elsewhere) },
      { who: visits, at: start + gaps[0], pairs: converting(goal, 6, identity) },
      { who: visits, at: start + gaps[0] + gaps[1], pairs: viewing(after) },
    ];
    return {
      requests: requestsOf(steps, target),
      expected: [
        row('log_link_visit_action', 'before', on(before), continued, { idvisit: shares('visit', continued) }),
        row('log_conversion', 'conversion', of(visits), continued, {
          idvisit: shares('visit', continued),
          'idvisit.visit_goal_converted': holds(1, marked),
          'idvisit.idvisitor': holds(visits.visitor, 'piwik.visitor-detection.one-id-everywhere'),
          ...storedSlots(variables, (value) => holds(value, copied)),
          visitor_count_visits: holds(count, copied),
          location_country: holds('fr', copied),
        }),
        row('log_link_visit_action', 'after', on(after), activity, { idvisit: shares('visit', activity) }),
        row('log_visit', 'alone', of(alone), continued, {
          visit_total_actions: holds(0, continued),
          visit_goal_converted: holds(1, marked),
        }),
        row('log_visit', 'without conversion', of(views), marked, { visit_goal_converted: holds(0, marked) }),
      ],
      absent: [],
    };
  },
};
