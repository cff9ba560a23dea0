/** The time of day on the visitor's clock, told in three parameters. */

import fc, { type Arbitrary } from 'fast-check';
import type { RequirementId } from '../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../coverage/choices.ts';
import type { Experiment } from '../model.ts';
import { dayOffset } from './draw/day.ts';
import { needsToken } from './obstacle.ts';
import { requestsOf } from './request/chain.ts';
import type { Pairs } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { person } from './request/person.ts';
import { timeOfDay } from './request/time.ts';
import { holds } from './row/cells.ts';
import { of, row } from './row/rows.ts';

const parts = ['h', 'm', 's'] as const;
type Part = (typeof parts)[number];

/** What the visitor's clock shows, and which of its parts is told beside those the tracker's own clock shows too. */
interface Plan {
  day: number;
  clock: readonly [number, number, number];
  told: Part | 'all' | 'none';
  /** Whether numbers below 10 are written with a zero before them. */
  padded: boolean;
}

const requirements: Readonly<Record<Plan['told'], RequirementId>> = {
  h: 'piwik.h.stored',
  m: 'piwik.m.stored',
  s: 'piwik.s.stored',
  all: 'piwik.local-time.assembled',
  none: 'piwik.local-time.missing-part',
};

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** The parts told, and the time they make with those that are not. */
function told({ told: which, clock, padded }: Plan, now: string): { pairs: Pairs; time: string } {
  const own = now.split(':');
  const toldParts = parts.map((part) => which === 'all' || which === part);
  const pairs = parts.flatMap((part, index): Pairs => {
    const number = clock[index] ?? 0;
    return toldParts[index] ? [[part, padded ? two(number) : String(number)]] : [];
  });
  return { pairs, time: clock.map((number, index) => (toldParts[index] ? two(number) : own[index])).join(':') };
}

const last = { h: 23, m: 59, s: 59 } as const;

function isTold({ told: which }: Plan, part: Part): boolean {
  return which === 'all' || which === part;
}

function classesOfPart(part: Part, index: number): [string, (plan: Plan) => boolean][] {
  const atEdge = ({ clock }: Plan) => clock[index] === 0 || clock[index] === last[part];
  return [
    [`${part}/ordinary`, (plan) => isTold(plan, part) && !atEdge(plan)],
    [`${part}/boundary`, (plan) => isTold(plan, part) && atEdge(plan)],
  ];
}

/** Often the first or the last number there is. */
function numberTo(most: number): Arbitrary<number> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 3, arbitrary: fc.nat(most) },
    { weight: 1, arbitrary: fc.constantFrom(0, most) },
  );
}

export const localTime: Experiment<Plan> = {
  id: 'piwik.local-time',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [...Object.values(requirements), 'piwik.local-time.first-action'],
  casesPerRun: 2,
  obstacle: needsToken,
  branches: {
    ...choicesOf(Object.keys(requirements), (plan) => plan.told),
    'with a zero before': ({ padded }) => padded,
    'without a zero before': ({ padded }) => !padded,
  },
  classes: Object.fromEntries(parts.flatMap(classesOfPart)),
  plan: () =>
    fc.record({
      day: dayOffset,
      clock: fc.tuple(numberTo(last.h), numberTo(last.m), numberTo(last.s)),
      told: fc.constantFrom<Plan['told'][]>('all', 'h', 'm', 's', 'none'),
      padded: fc.boolean(),
    }),
  render: (plan, identity, target) => {
    const who = person(0, identity);
    const at = identity.clock(plan.day);
    const requirement = requirements[plan.told];
    const first = told(plan, timeOfDay(at));
    const later: Pairs = [
      ['h', '1'],
      ['m', '1'],
      ['s', '1'],
    ];
    const steps = [
      { who, at, pairs: [...viewing(page(0, identity)), ...first.pairs] },
      { who: person(1, identity), at, pairs: [...viewing(page(1, identity)), ...first.pairs] },
      { who: person(1, identity), at: at + 60, pairs: [...viewing(page(2, identity)), ...later] },
    ];
    return {
      requests: requestsOf(steps, target),
      expected: [
        row('log_visit', 'one action', of(who), requirement, { visitor_localtime: holds(first.time, requirement) }),
        row('log_visit', 'two actions', of(person(1, identity)), 'piwik.local-time.first-action', {
          visitor_localtime: holds(first.time, 'piwik.local-time.first-action'),
        }),
      ],
      absent: [],
    };
  },
};
