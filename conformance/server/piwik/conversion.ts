/** A request with `idgoal` converts that goal and does nothing else. */
import fc from 'fast-check';
import type { Experiment } from '../model.ts';
import { type Given, given, sent, storedIn, storing } from './draw/given.ts';
import { needsGoal } from './obstacle.ts';
import { actOf } from './request/act.ts';
import { converting, type Goal } from './request/goal.ts';
import { get } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { hitOf, person } from './request/person.ts';
import { holds } from './row/cells.ts';
import { noRow, of, row } from './row/rows.ts';

interface Plan {
  goal: Goal;
  revenue: Given;
}

const byHand = 'piwik.conversion.by-hand';
const noAction = 'piwik.conversion.no-action';
const oneKind = 'piwik.request-kinds.one-kind';
const needsGoalId = 'piwik.conversion.revenue-needs-goal';

/** One person converts a goal; another views a page and a third follows a link, and both name a revenue. */
export const conversion: Experiment<Plan> = {
  id: 'piwik.conversion',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [
    byHand,
    noAction,
    'piwik.conversion.goal-of-site',
    needsGoalId,
    oneKind,
    'piwik.conversion.url-stored',
    ...storing('idgoal', 'revenue'),
  ],
  features: ['goals'],
  obstacle: needsGoal,
  branches: {
    'a goal of one conversion a visit': ({ goal }) => !goal.multiple,
    'a goal of many conversions a visit': ({ goal }) => goal.multiple,
  },
  classes: { 'idgoal/ordinary': () => true },
  plan: (target) => fc.record({ goal: fc.constantFrom(...target.goals), revenue: given('revenue') }),
  render: ({ goal, revenue }, identity, target) => {
    const [converts, views, leaves] = [person(0, identity), person(1, identity), person(2, identity)];
    const shown = page(1, identity);
    return {
      requests: [
        get(hitOf(converts, target, [...converting(goal, 0, identity), sent(revenue)])),
        get(hitOf(views, target, [...viewing(shown), sent(revenue)])),
        get(hitOf(leaves, target, [...actOf('outlink', 2, identity).pairs, sent(revenue)])),
      ],
      expected: [
        row('log_conversion', 'conversion', of(converts), byHand, {
          idgoal: holds(goal.id, 'piwik.idgoal.stored'),
          idsite: holds(target.site, 'piwik.conversion.goal-of-site'),
          url: holds(page(0, identity).url, 'piwik.conversion.url-stored'),
          ...storedIn('log_conversion', revenue),
        }),
        row('log_link_visit_action', 'page view', of(views), oneKind),
      ],
      absent: [
        noRow('log_link_visit_action', of(converts), noAction, 'page view'),
        noRow('log_link_visit_action', of(converts), oneKind, 'page view'),
        noRow('log_conversion', of(views), needsGoalId, 'conversion'),
        noRow('log_conversion', of(views), oneKind, 'conversion'),
        noRow('log_conversion', of(leaves), oneKind, 'conversion'),
      ],
    };
  },
};
