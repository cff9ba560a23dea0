/** Within 30 minutes of the last action a visit goes on, after that a new one begins. */
import fc, { type Arbitrary } from 'fast-check';
import type { Experiment } from '../model.ts';
import { dayOffset } from './draw/day.ts';
import { gapOver, gapWithin, visitLength } from './draw/gap.ts';
import { needsToken } from './obstacle.ts';
import { requestsOf } from './request/chain.ts';
import { page, viewing } from './request/page.ts';
import { person } from './request/person.ts';
import { shares } from './row/cells.ts';
import { on, row } from './row/rows.ts';

interface Plan {
  day: number;
  side: 'within' | 'over';
  /** Seconds between the two actions of the visitor. */
  gap: number;
  /** Whether somebody else acts between the two. */
  bystander: boolean;
}

function plans(side: Plan['side'], gap: Arbitrary<number>): Arbitrary<Plan> {
  return fc.record({ day: dayOffset, side: fc.constant(side), gap, bystander: fc.boolean() });
}

export const visit: Experiment<Plan> = {
  id: 'piwik.visit',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [
    'piwik.visit.new',
    'piwik.visit.within-30-minutes',
    'piwik.visit.over-30-minutes',
    'piwik.visit.action-recorded',
  ],
  casesPerRun: 2,
  obstacle: needsToken,
  branches: {
    'well under 30 minutes': ({ gap }) => gap < visitLength - 2,
    'just under 30 minutes': ({ gap }) => gap < visitLength && gap >= visitLength - 2,
    'just over 30 minutes': ({ gap }) => gap > visitLength && gap <= visitLength + 2,
    'well over 30 minutes': ({ gap }) => gap > visitLength + 2,
    'with a bystander': ({ bystander }) => bystander,
    'without a bystander': ({ bystander }) => !bystander,
  },
  plan: () => fc.oneof(plans('within', gapWithin), plans('over', gapOver)),
  render: ({ day, side, gap, bystander }, identity, target) => {
    const start = identity.clock(day);
    const [visitor, other] = [person(0, identity), person(1, identity)];
    const [first, second, elsewhere] = [page(0, identity), page(1, identity), page(2, identity)];
    const [goesOn, requirement] =
      side === 'within'
        ? (['first visit', 'piwik.visit.within-30-minutes'] as const)
        : (['second visit', 'piwik.visit.over-30-minutes'] as const);
    const steps = [
      { who: visitor, pairs: viewing(first), at: start },
      ...(bystander ? [{ who: other, pairs: viewing(elsewhere), at: start }] : []),
      { who: visitor, pairs: viewing(second), at: start + gap },
    ];
    const ofBystander = row('log_link_visit_action', 'bystander', on(elsewhere), 'piwik.visit.action-recorded', {
      idvisit: shares('visit of the bystander', 'piwik.visit.new'),
    });
    return {
      requests: requestsOf(steps, target),
      expected: [
        row('log_link_visit_action', 'first', on(first), 'piwik.visit.action-recorded', {
          idvisit: shares('first visit', 'piwik.visit.new'),
        }),
        ...(bystander ? [ofBystander] : []),
        row('log_link_visit_action', 'second', on(second), 'piwik.visit.action-recorded', {
          idvisit: shares(goesOn, requirement),
        }),
      ],
      absent: [],
    };
  },
};
