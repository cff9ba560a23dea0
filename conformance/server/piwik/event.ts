/** An event: a category and an action, perhaps a name and a value. */

import fc, { type Arbitrary } from 'fast-check';
import { choicesOf } from '../coverage/choices.ts';
import type { Experiment } from '../model.ts';
import { numberOf } from './draw/constants.ts';
import { type Given, given, sent, storedIn, storing } from './draw/given.ts';
import { get } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { hitOf, person } from './request/person.ts';
import { holds } from './row/cells.ts';
import { noRow, of, on, row } from './row/rows.ts';

interface Plan {
  category: Given;
  action: Given;
  name: Given | undefined;
  value: Given | undefined;
  /** Which of the two an incomplete event lacks. */
  lacking: 'e_c' | 'e_a';
}

const stored = 'piwik.event.stored';
const both = 'piwik.event.needs-both';
const nameless = 'piwik.event.name-optional';
const counted = 'piwik.event.counted';

/** A third of the cases do without. */
function maybe(name: 'e_n' | 'e_v'): Arbitrary<Given | undefined> {
  return fc.oneof(fc.constant(undefined), { weight: 2, arbitrary: given(name) });
}

export const event: Experiment<Plan> = {
  id: 'piwik.event',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [stored, both, nameless, counted, ...storing('e_c', 'e_a', 'e_n', 'e_v')],
  features: ['events'],
  casesPerRun: 2,
  branches: {
    'with a name': ({ name }) => name !== undefined,
    'without a name': ({ name }) => name === undefined,
    'with a value': ({ value }) => value !== undefined,
    'without a value': ({ value }) => value === undefined,
    ...choicesOf(['lacks e_c', 'lacks e_a'], ({ lacking }) => `lacks ${lacking}`),
  },
  plan: () =>
    fc.record({
      category: given('e_c'),
      action: given('e_a'),
      name: maybe('e_n'),
      value: maybe('e_v'),
      lacking: fc.constantFrom('e_c', 'e_a'),
    }),
  render: ({ category, action, name, value, lacking }, identity, target) => {
    const [whole, part, busy] = [person(0, identity), person(1, identity), person(2, identity)];
    const pair = [sent(category), sent(action)];
    const more = [name, value].flatMap((one) => (one === undefined ? [] : [sent(one)]));
    const half = pair.filter(([key]) => key !== lacking);
    const event = 'log_link_visit_action';
    return {
      requests: [
        get(hitOf(whole, target, [...viewing(page(0, identity)), ...pair, ...more])),
        get(hitOf(part, target, [...viewing(page(1, identity)), ...half])),
        get(hitOf(busy, target, [...viewing(page(2, identity)), ...pair])),
        get(hitOf(busy, target, [...viewing(page(3, identity)), ...pair])),
      ],
      expected: [
        row(event, 'event', of(whole), stored, {
          'idaction_event_category.type': holds(numberOf('action-type', 'eventCategory'), stored),
          'idaction_event_action.type': holds(numberOf('action-type', 'eventAction'), stored),
          ...storedIn('log_action', category, 'idaction_event_category'),
          ...storedIn('log_action', action, 'idaction_event_action'),
          ...(name === undefined
            ? { idaction_name: holds(null, nameless) }
            : storedIn('log_action', name, 'idaction_name')),
          ...(value === undefined ? {} : storedIn(event, value)),
        }),
        row('log_visit', 'visit with event', { ...of(whole), visit_total_events: 1 }, counted, {
          visit_total_actions: holds(1, counted),
        }),
        row(event, 'first of two', { ...of(busy), ...on(page(2, identity)) }, stored),
        row(event, 'second of two', { ...of(busy), ...on(page(3, identity)) }, stored),
        row('log_visit', 'visit with two events', { ...of(busy), visit_total_events: 2 }, counted, {
          visit_total_actions: holds(2, counted),
        }),
        row(event, 'half an event', of(part), both, { idaction_event_category: holds(null, both) }),
      ],
      absent: [noRow('log_visit', { ...of(part), visit_total_events: 1 }, both, 'visit with event')],
    };
  },
};
