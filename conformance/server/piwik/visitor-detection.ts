/** A visitor is known again by id, else by configuration. */

import fc from 'fast-check';
import type { RequirementId } from '../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../coverage/choices.ts';
import type { Experiment, Identity } from '../model.ts';
import { type Computer, computer } from './draw/computer.ts';
import { dayOffset } from './draw/day.ts';
import { gapInside } from './draw/gap.ts';
import { requestsOf } from './request/chain.ts';
import { page, viewing } from './request/page.ts';
import { anonymous, type Person, person } from './request/person.ts';
import { shares } from './row/cells.ts';
import { on, row } from './row/rows.ts';

/** Who comes second, and what tells that it is the first visitor again, or is not. */
type Way = 'known-id' | 'no-id' | 'id-then-none' | 'unknown-id' | 'stranger';

interface Plan {
  way: Way;
  day: number;
  gap: number;
  first: Computer;
  second: Computer;
}

const requirements: Readonly<Record<Way, RequirementId>> = {
  'known-id': 'piwik.visitor-detection.known-id',
  'no-id': 'piwik.visitor-detection.no-id',
  'id-then-none': 'piwik.visitor-detection.no-id',
  'unknown-id': 'piwik.visitor-detection.unknown-id',
  stranger: 'piwik.visitor-detection.stranger',
};

function twoRequests({ way, first, second }: Plan, identity: Identity): readonly [Person, Person] {
  const one = person(0, identity, first);
  const other = person(1, identity, second);
  switch (way) {
    case 'known-id':
      return [one, { ...other, id: one.id }];
    case 'no-id':
      return [anonymous(one), anonymous(one)];
    case 'id-then-none':
      return [one, anonymous(one)];
    case 'unknown-id':
      return [one, { ...one, id: other.id }];
    case 'stranger':
      return [one, other];
  }
}

export const visitorDetection: Experiment<Plan> = {
  id: 'piwik.visitor-detection',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [...new Set(Object.values(requirements))],
  casesPerRun: 3,
  branches: choicesOf(Object.keys(requirements), ({ way }) => way),
  plan: () =>
    fc.record({
      way: fc.constantFrom<Way[]>('known-id', 'no-id', 'id-then-none', 'unknown-id', 'stranger'),
      day: dayOffset,
      gap: gapInside,
      first: computer,
      second: computer,
    }),
  render: (plan, identity, target) => {
    const requirement = requirements[plan.way];
    const start = identity.clock(plan.day);
    const people = twoRequests(plan, identity);
    const steps = people.map((who, index) => ({
      who,
      pairs: viewing(page(index, identity)),
      at: start + index * plan.gap,
    }));
    const again = plan.way === 'stranger' ? 'visit of the other' : 'visit';
    return {
      requests: requestsOf(steps, target),
      expected: [
        row('log_link_visit_action', 'first', on(page(0, identity)), requirement, {
          idvisit: shares('visit', requirement),
          idvisitor: shares('visitor', requirement),
        }),
        row('log_link_visit_action', 'second', on(page(1, identity)), requirement, {
          idvisit: shares(again, requirement),
          // Which id a visitor keeps who is known again is another question.
          ...(plan.way === 'stranger' ? { idvisitor: shares('stranger', requirement) } : {}),
        }),
      ],
      absent: [],
    };
  },
};
