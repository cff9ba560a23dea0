/** What the client remembers of its visitor is stored with the visit. */

import fc from 'fast-check';
import type { RequirementId } from '../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../coverage/choices.ts';
import type { ExpectedColumn, Experiment } from '../model.ts';
import { dayOffset } from './draw/day.ts';
import { needsToken } from './obstacle.ts';
import { get } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { hitOf, person } from './request/person.ts';
import { holds, mayHold } from './row/cells.ts';
import { of, row } from './row/rows.ts';

const DAY = 86_400;

const columns = {
  _idts: 'visitor_days_since_first',
  _viewts: 'visitor_days_since_last',
  _ects: 'visitor_days_since_order',
} as const;
type Name = keyof typeof columns;

interface Plan {
  day: number;
  name: Name;
  days: number;
  /** Seconds beyond or short of whole days, less than half a day. */
  odd: number;
}

/** Far back is a class of its own: how far a tracker believes a client is not said. */
function storedOf({ name, days }: Plan): RequirementId {
  return days <= 365 ? `piwik.${name}.stored` : `piwik.${name}.wide`;
}

function daysOf(plan: Plan): ExpectedColumn {
  if (plan.odd === 0) return holds(plan.days, storedOf(plan));
  const cut = plan.odd > 0 ? plan.days : plan.days - 1;
  return mayHold('piwik.days-rounded', { rounded: plan.days, cut }, 'piwik.visitor-counters.days');
}

const halfDay = DAY / 2 - 1;

export const visitorCounters: Experiment<Plan> = {
  id: 'piwik.visitor-counters',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [
    ...(Object.keys(columns) as Name[]).flatMap((name): RequirementId[] => [
      `piwik.${name}.stored`,
      `piwik.${name}.wide`,
    ]),
    'piwik.visitor-counters.days',
  ],
  casesPerRun: 3,
  obstacle: needsToken,
  branches: {
    'whole days': ({ odd }) => odd === 0,
    'part of a day more': ({ odd }) => odd > 0,
    'part of a day less': ({ odd }) => odd < 0,
  },
  classes: choicesOf(
    Object.keys(columns).flatMap((name) => [`${name}/ordinary`, `${name}/boundary`]),
    ({ name, days }) => `${name}/${days <= 365 ? 'ordinary' : 'boundary'}`,
  ),
  plan: () =>
    fc.record({
      day: dayOffset,
      name: fc.constantFrom(...(Object.keys(columns) as Name[])),
      days: fc.oneof(
        { withCrossShrink: true },
        { weight: 3, arbitrary: fc.integer({ min: 1, max: 365 }) },
        { weight: 1, arbitrary: fc.integer({ min: 366, max: 3649 }) },
      ),
      odd: fc.oneof(fc.constant(0), fc.integer({ min: -halfDay, max: halfDay })),
    }),
  render: (plan, identity, target) => {
    const who = person(0, identity);
    const at = identity.clock(plan.day);
    const then = at - plan.days * DAY - plan.odd;
    const column = daysOf(plan);
    return {
      requests: [get(hitOf(who, target, [...viewing(page(0, identity)), [plan.name, String(then)]], at))],
      expected: [
        row('log_visit', 'visit', of(who), column.requirement as RequirementId, { [columns[plan.name]]: column }),
      ],
      absent: [],
    };
  },
};
