/** Whether a visit is that of a returning visitor or buyer, as its client tells. */

import fc from 'fast-check';
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../../coverage/choices.ts';
import type { Experiment } from '../../model.ts';
import { dayOffset } from '../draw/day.ts';
import { needsToken } from '../obstacle.ts';
import { get, type Pairs } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { holds } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

const DAY = 86_400;

interface Plan {
  day: number;
  sign: 'nothing' | 'first count' | 'count' | 'earlier visit' | 'order';
  count: number;
  days: number;
}

/** What the client says, and 0 for new, 1 for returning, 2 for a returning buyer. */
function told({ sign, count, days }: Plan, at: number): { pairs: Pairs; returning: 0 | 1 | 2 } {
  const then = String(at - days * DAY);
  switch (sign) {
    case 'nothing':
      return { pairs: [], returning: 0 };
    case 'first count':
      return { pairs: [['_idvc', '1']], returning: 0 };
    case 'count':
      return { pairs: [['_idvc', String(count)]], returning: 1 };
    case 'earlier visit':
      return { pairs: [['_viewts', then]], returning: 1 };
    case 'order':
      return { pairs: [['_ects', then]], returning: 2 };
  }
}

export const visitorReturning: Experiment<Plan> = {
  id: 'piwik.visitor-counters-returning',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: ['piwik.visitor-counters.returning', 'piwik.visitor-counters.buyer'],
  obstacle: needsToken,
  branches: choicesOf(['nothing', 'first count', 'count', 'earlier visit', 'order'], ({ sign }) => sign),
  plan: () =>
    fc.record({
      day: dayOffset,
      sign: fc.constantFrom<Plan['sign'][]>('nothing', 'first count', 'count', 'earlier visit', 'order'),
      count: fc.integer({ min: 2, max: 99 }),
      days: fc.integer({ min: 1, max: 365 }),
    }),
  render: (plan, identity, target) => {
    const who = person(0, identity);
    const at = identity.clock(plan.day);
    const { pairs, returning } = told(plan, at);
    const requirement: RequirementId =
      plan.sign === 'order' ? 'piwik.visitor-counters.buyer' : 'piwik.visitor-counters.returning';
    return {
      requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ...pairs], at))],
      expected: [
        row('log_visit', 'visit', of(who), requirement, {
          visitor_returning: holds(returning, requirement),
          ...(plan.sign === 'earlier visit' ? {} : { visitor_days_since_last: holds(0, requirement) }),
        }),
      ],
      absent: [],
    };
  },
};
