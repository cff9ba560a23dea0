/** Which visitor is meant when id and configuration disagree. */
import fc from 'fast-check';
import type { Experiment } from '../../model.ts';
import { type Computer, computer } from '../draw/computer.ts';
import { dayOffset } from '../draw/day.ts';
import { shortGap } from '../draw/gap.ts';
import { requestsOf, type Step } from '../request/chain.ts';
import { page, viewing } from '../request/page.ts';
import { person } from '../request/person.ts';
import { shares } from '../row/cells.ts';
import { on, row } from '../row/rows.ts';

interface Plan {
  day: number;
  computers: readonly [Computer, Computer];
  gaps: readonly [number, number];
  /** Which of the two people, both with a running visit, sends an id from the computer of the other. */
  visitor: 0 | 1;
}

const requirement = 'piwik.visitor-detection.id-before-configuration';

export const detectionPrecedence: Experiment<Plan> = {
  id: 'piwik.visitor-detection-precedence',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement],
  branches: {
    'the first visitor by id': ({ visitor }) => visitor === 0,
    'the second visitor by id': ({ visitor }) => visitor === 1,
  },
  plan: () =>
    fc.record({
      day: dayOffset,
      computers: fc.tuple(computer, computer),
      gaps: fc.tuple(shortGap, shortGap),
      visitor: fc.constantFrom(0, 1),
    }),
  render: ({ day, computers, gaps, visitor }, identity, target) => {
    const people = [person(0, identity, computers[0]), person(1, identity, computers[1])] as const;
    const start = identity.clock(day);
    const pages = [page(0, identity), page(1, identity), page(2, identity)] as const;
    const borrowed = { ...people[visitor === 0 ? 1 : 0], id: people[visitor].id };
    const steps: Step[] = [
      { who: people[0], at: start, pairs: viewing(pages[0]) },
      { who: people[1], at: start + gaps[0], pairs: viewing(pages[1]) },
      { who: borrowed, at: start + gaps[0] + gaps[1], pairs: viewing(pages[2]) },
    ];
    const visits = ['visit of the first', 'visit of the second'] as const;
    return {
      requests: requestsOf(steps, target),
      expected: [
        row('log_link_visit_action', 'first', on(pages[0]), requirement, { idvisit: shares(visits[0], requirement) }),
        row('log_link_visit_action', 'second', on(pages[1]), requirement, { idvisit: shares(visits[1], requirement) }),
        row('log_link_visit_action', 'third', on(pages[2]), requirement, {
          idvisit: shares(visits[visitor], requirement),
        }),
      ],
      absent: [],
    };
  },
};
