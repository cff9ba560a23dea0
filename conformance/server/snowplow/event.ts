/** An event with any of its parameters is stored once, each value in the columns of its parameter. */

import fc, { type Arbitrary } from 'fast-check';
import { choicesOf } from '../coverage/choices.ts';
import { type Chosen, columnsOf, pairsOf, someOf } from './draw/chosen.ts';
import { type CoreCode, carriedBy, coreCodes, implemented } from './draw/groups.ts';
import { derived, snowplow } from './protocol.ts';
import { event as eventOf, get } from './request/hit.ts';
import { emptyColumns } from './row/empty-columns.ts';
import { eventRow, named, of } from './row/rows.ts';

interface Plan {
  code: CoreCode;
  chosen: readonly Chosen[];
}

const plans: readonly Arbitrary<Plan>[] = coreCodes.map((code) =>
  fc.record({ code: fc.constant(code), chosen: someOf(carriedBy(code)) }),
);

/** A value of each class in each parameter, and NULL where nothing was sent. */
export const event = snowplow<Plan>({
  id: 'snowplow.event',
  requirements: [
    'snowplow.event.once',
    'snowplow.e.stored',
    'snowplow.storage.absent',
    ...implemented.map(({ name }) => derived(name, 'stored')),
  ],
  casesPerRun: 2,
  branches: choicesOf(coreCodes, ({ code }) => code),
  classes: { 'e/ordinary': () => true },
  plan: () => fc.oneof({ withCrossShrink: true }, ...plans),
  render: ({ code, chosen }, identity) => {
    const application = identity.text(0);
    const pairs = eventOf(code, application, pairsOf(chosen));
    return {
      requests: [get(pairs)],
      expected: [
        eventRow('event', of(application), 'snowplow.event.once', {
          ...emptyColumns(pairs),
          ...named(code, 'snowplow.e.stored'),
          ...columnsOf(chosen, (name) => derived(name, 'stored')),
        }),
      ],
      absent: [],
    };
  },
});
