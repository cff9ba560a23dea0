/** From when the 30 minutes count, and what parts a visit in spite of them. */
import fc, { type Arbitrary } from 'fast-check';
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import type { Experiment } from '../../model.ts';
import { dayOffset } from '../draw/day.ts';
import { gapWithin, visitLength } from '../draw/gap.ts';
import { needsToken } from '../obstacle.ts';
import { moments, requestsOf } from '../request/chain.ts';
import { page, viewing } from '../request/page.ts';
import { person } from '../request/person.ts';
import { shares } from '../row/cells.ts';
import { on, row } from '../row/rows.ts';

interface Plan {
  day: number;
  requirement: RequirementId;
  /** Seconds from each action to the next; below 0 when a request is dated before the one sent before it. */
  gaps: readonly number[];
  /** Whether the last action asks for a new visit. */
  forced: boolean;
}

function plans(requirement: RequirementId, gaps: Arbitrary<readonly number[]>, forced = false): Arbitrary<Plan> {
  return fc.record({ day: dayOffset, requirement: fc.constant(requirement), gaps, forced: fc.constant(forced) });
}

/** Each gap is within a visit, all of them together are more. */
const longVisit = fc.array(fc.integer({ min: visitLength / 2 + 1, max: visitLength - 120 }), {
  minLength: 2,
  maxLength: 4,
});

export const visitGap: Experiment<Plan> = {
  id: 'piwik.visit-gap',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: ['piwik.visit.gap-from-last-action', 'piwik.visit.forced', 'piwik.visit.earlier-request'],
  casesPerRun: 2,
  obstacle: needsToken,
  branches: {
    'many gaps within 30 minutes': ({ gaps }) => gaps.length > 1,
    'a new visit is asked for': ({ forced }) => forced,
    'dated before the last action': ({ gaps }) => gaps.some((gap) => gap < 0),
  },
  plan: () =>
    fc.oneof(
      plans('piwik.visit.gap-from-last-action', longVisit),
      plans('piwik.visit.forced', fc.tuple(gapWithin), true),
      plans('piwik.visit.earlier-request', fc.tuple(fc.integer({ min: 1 - visitLength, max: -1 }))),
    ),
  render: ({ day, requirement, gaps, forced }, identity, target) => {
    const who = person(0, identity);
    const times = moments(identity.clock(day) + visitLength, gaps);
    const last = times.length - 1;
    const steps = times.map((at, index) => ({
      who,
      at,
      pairs: [...viewing(page(index, identity)), ...(forced && index === last ? [['new_visit', '1'] as const] : [])],
    }));
    return {
      requests: requestsOf(steps, target),
      expected: times.map((_at, index) =>
        row('log_link_visit_action', `action ${index}`, on(page(index, identity)), requirement, {
          idvisit: shares(forced && index === last ? 'new visit' : 'visit', requirement),
        }),
      ),
      absent: [],
    };
  },
};
