/** Custom variables of the visit and of the action, each in its own slots. */
import fc, { type Arbitrary } from 'fast-check';
import type { Experiment } from '../model.ts';
import { dayOffset } from './draw/day.ts';
import { shortGap } from './draw/gap.ts';
import { type Slots, slots, slotWire, storedSlots } from './draw/slots.ts';
import { requestsOf } from './request/chain.ts';
import { page, viewing } from './request/page.ts';
import { person } from './request/person.ts';
import { holds } from './row/cells.ts';
import { of, on, row } from './row/rows.ts';

interface Plan {
  day: number;
  gap: number;
  /** Of the visit, with the first action. */
  first: Slots;
  /** Of the visit, with the second action. */
  later: Slots;
  /** Of the second action. */
  action: Slots;
}

const visitScope = 'piwik.custom-variables.visit-scope';
const actionScope = 'piwik.custom-variables.action-scope';
const keyed = 'piwik.custom-variables.keyed-by-slot';
const kept = 'piwik.custom-variables.slots-kept';

/** One person sends variables once, another sends them twice. */
export const customVariables: Experiment<Plan> = {
  id: 'piwik.custom-variables',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [visitScope, actionScope, keyed, kept],
  plan: (): Arbitrary<Plan> => fc.record({ day: dayOffset, gap: shortGap, first: slots, later: slots, action: slots }),
  render: ({ day, gap, first, later, action }, identity, target) => {
    const [once, twice] = [person(0, identity), person(1, identity)];
    const pages = [page(0, identity), page(1, identity), page(2, identity)] as const;
    const start = identity.clock(day);
    const steps = [
      { who: once, at: start, pairs: [...viewing(pages[0]), slotWire('_cvar', first), slotWire('cvar', action)] },
      { who: twice, at: start, pairs: [...viewing(pages[1]), slotWire('_cvar', first)] },
      {
        who: twice,
        at: start + gap,
        pairs: [...viewing(pages[2]), slotWire('_cvar', later), slotWire('cvar', action)],
      },
    ];
    return {
      requests: requestsOf(steps, target),
      expected: [
        row(
          'log_visit',
          'once',
          of(once),
          visitScope,
          storedSlots(first, (value) => holds(value, visitScope)),
        ),
        row(
          'log_visit',
          'by slot',
          of(once),
          keyed,
          storedSlots(first, (value) => holds(value, keyed)),
        ),
        row(
          'log_visit',
          'twice',
          of(twice),
          kept,
          storedSlots({ ...first, ...later }, (value) => holds(value, kept)),
        ),
        row(
          'log_link_visit_action',
          'without',
          on(pages[1]),
          actionScope,
          storedSlots({}, (v) => holds(v, actionScope)),
        ),
        ...[pages[0], pages[2]].map((shown, index) =>
          row(
            'log_link_visit_action',
            `with ${index}`,
            on(shown),
            actionScope,
            storedSlots(action, (value) => holds(value, actionScope)),
          ),
        ),
      ],
      absent: [],
    };
  },
};
