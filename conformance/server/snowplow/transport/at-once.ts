/** Events of several trackers that arrive at the same time: none takes anything of another. */
import fc from 'fast-check';
import { type Chosen, columnsOf, pairsOf, someOf } from '../draw/chosen.ts';
import { carriedBy } from '../draw/groups.ts';
import { snowplow } from '../protocol.ts';
import { event, get } from '../request/hit.ts';
import { eventRow, of } from '../row/rows.ts';

type Plan = readonly (readonly Chosen[])[];

const requirement = 'snowplow.transport.at-once';
const parameters = carriedBy('pv').filter(({ name }) => ['page', 'tz', 'res', 'duid'].includes(name));

export const atOnce = snowplow<Plan>({
  id: 'snowplow.transport-at-once',
  broad: true,
  requirements: [requirement],
  branches: {
    two: (events) => events.length === 2,
    more: (events) => events.length > 2,
  },
  plan: () =>
    fc
      .tuple(someOf(parameters), fc.array(someOf(parameters), { minLength: 1, maxLength: 7 }))
      .map(([one, others]) => [one, ...others]),
  render: (events, identity) => ({
    atOnce: true,
    requests: events.map((chosen, slot) => get(event('pv', identity.text(slot), pairsOf(chosen)))),
    expected: events.map((chosen, slot) =>
      eventRow(
        `event ${slot}`,
        of(identity.text(slot)),
        requirement,
        columnsOf(chosen, () => requirement),
      ),
    ),
    absent: [],
  }),
});
