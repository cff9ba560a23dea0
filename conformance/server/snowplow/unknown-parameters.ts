/** A parameter that the protocol does not know leaves the rest of the event as it is. */
import fc from 'fast-check';
import { plain, word } from '../samples/characters.ts';
import { type Chosen, pairsOf, someOf } from './draw/chosen.ts';
import { carriedBy } from './draw/groups.ts';
import { facts, snowplow } from './protocol.ts';
import { event, get, type Pairs } from './request/hit.ts';
import { shares } from './row/cells.ts';
import { eventRow, of } from './row/rows.ts';

interface Plan {
  chosen: readonly Chosen[];
  strangers: readonly { name: string; text: string; place: number }[];
}

const requirement = 'snowplow.unknown-parameters.ignored';
/** The application is that of each event; a client without a cookie may be another network user each time. */
const APART = new Set(['app_id', 'network_userid']);
const filled = Object.values(facts.parameters).flatMap(({ columns }) => columns.map(({ column }) => column));
const compared = [...new Set(filled)].filter((column) => !APART.has(column));

/** No parameter begins like this. */
function strange(name: string): string {
  return `zq${name.toLowerCase()}`;
}

function among(pairs: Pairs, strangers: Plan['strangers']): Pairs {
  const all = [...pairs];
  for (const { name, text, place } of strangers) {
    all.splice(place % (all.length + 1), 0, [strange(name), encodeURIComponent(text)]);
  }
  return all;
}

/** Both events are sent, alike but for the unknown parameters, and must be stored alike. */
export const unknownParameters = snowplow<Plan>({
  id: 'snowplow.unknown-parameters',
  requirements: [requirement, 'snowplow.event.once'],
  branches: {
    one: ({ strangers }) => strangers.length === 1,
    several: ({ strangers }) => strangers.length > 1,
  },
  plan: () =>
    fc.record({
      chosen: someOf(carriedBy('pv')),
      strangers: fc.array(fc.record({ name: word(1, 6), text: plain(12), place: fc.nat(40) }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  render: ({ chosen, strangers }, identity) => {
    const [plainOne, other] = [identity.text(0), identity.text(1)];
    const alike = Object.fromEntries(compared.map((column) => [column, shares('alike', requirement)]));
    return {
      requests: [
        get(event('pv', plainOne, pairsOf(chosen))),
        get(among(event('pv', other, pairsOf(chosen)), strangers)),
      ],
      expected: [
        eventRow('without', of(plainOne), 'snowplow.event.once', alike),
        eventRow('with unknown parameters', of(other), requirement, alike),
      ],
      absent: [],
    };
  },
});
