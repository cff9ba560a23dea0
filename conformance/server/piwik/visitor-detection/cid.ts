/** `cid` alone decides who the visitor is. */

import fc from 'fast-check';
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../../coverage/choices.ts';
import type { Experiment, Identity } from '../../model.ts';
import { type Computer, computer } from '../draw/computer.ts';
import { dayOffset } from '../draw/day.ts';
import { gapInside, gapOver } from '../draw/gap.ts';
import { needsToken } from '../obstacle.ts';
import { requestsOf, type Step } from '../request/chain.ts';
import type { Pairs } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { anonymous, type Person, person } from '../request/person.ts';
import { holds, shares } from '../row/cells.ts';
import { on, row } from '../row/rows.ts';

type Way = 'another' | 'later' | 'again';

interface Plan {
  way: Way;
  day: number;
  within: number;
  over: number;
  first: Computer;
  second: Computer;
  /** Value class of `cid`: ordinary digits are lower case. */
  upperCase: boolean;
  /** Whether `_id` names another visitor beside it. */
  withId: boolean;
}

const requirements: Readonly<Record<Way, RequirementId>> = {
  another: 'piwik.visitor-detection.cid-enforced',
  later: 'piwik.visitor-detection.cid-without-visit',
  again: 'piwik.visitor-detection.cid-with-visit',
};

function forced(visitor: string, plan: Plan): Pairs {
  return [['cid', plan.upperCase ? visitor.toUpperCase() : visitor]];
}

function second(plan: Plan, one: Person, identity: Identity): { who: Person; visitor: string; gap: number } {
  const elsewhere = anonymous(person(1, identity, plan.second));
  switch (plan.way) {
    case 'another':
      return { who: one, visitor: identity.visitor(1), gap: plan.within };
    case 'later':
      return { who: one, visitor: identity.visitor(0), gap: plan.over };
    case 'again':
      return { who: elsewhere, visitor: identity.visitor(0), gap: plan.within };
  }
}

export const cid: Experiment<Plan> = {
  id: 'piwik.visitor-detection-cid',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [
    ...Object.values(requirements),
    'piwik.visitor-detection.cid-before-id',
    'piwik.cid.stored',
    'piwik.cid.wide',
  ],
  casesPerRun: 2,
  obstacle: needsToken,
  branches: {
    ...choicesOf(Object.keys(requirements), ({ way }) => way),
    'another visitor in _id': (plan) => plan.withId,
    'no _id': (plan) => !plan.withId,
  },
  classes: choicesOf(
    ['cid/ordinary', 'cid/upper-case'],
    ({ upperCase }) => `cid/${upperCase ? 'upper-case' : 'ordinary'}`,
  ),
  plan: () =>
    fc.record({
      way: fc.constantFrom<Way[]>('another', 'later', 'again'),
      day: dayOffset,
      within: gapInside,
      over: gapOver,
      first: computer,
      second: computer,
      upperCase: fc.boolean(),
      withId: fc.boolean(),
    }),
  render: (plan, identity, target) => {
    const requirement = requirements[plan.way];
    const start = identity.clock(plan.day);
    const other: Pairs = [['_id', identity.visitor(2)]];
    const one = { ...person(0, identity, plan.first), id: plan.withId ? other : [] };
    const next = second(plan, one, identity);
    const pages = [page(0, identity), page(1, identity)] as const;
    const steps: Step[] = [
      { who: one, at: start, pairs: [...viewing(pages[0]), ...forced(identity.visitor(0), plan)] },
      { who: next.who, at: start + next.gap, pairs: [...viewing(pages[1]), ...forced(next.visitor, plan)] },
    ];
    const stored = plan.upperCase ? 'piwik.cid.wide' : 'piwik.cid.stored';
    const named = plan.withId ? 'piwik.visitor-detection.cid-before-id' : stored;
    const visit = plan.way === 'again' ? 'visit' : 'another visit';
    return {
      requests: requestsOf(steps, target),
      expected: [
        row('log_link_visit_action', 'first', on(pages[0]), named, {
          idvisit: shares('visit', requirement),
          'idvisit.idvisitor': holds(identity.visitor(0), named),
        }),
        row('log_link_visit_action', 'second', on(pages[1]), requirement, {
          idvisit: shares(visit, requirement),
          'idvisit.idvisitor': holds(next.visitor, named),
        }),
      ],
      absent: [],
    };
  },
};
