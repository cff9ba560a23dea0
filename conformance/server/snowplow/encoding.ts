/** Values are decoded once, and the order of the parameters changes nothing. */
import fc from 'fast-check';
import type { Parameter } from '../../../generated/model.ts';
import { classesOf } from '../samples/samples.ts';
import { allOf, type Chosen, columnsOf, type Draw, pairsOf, someOf } from './draw/chosen.ts';
import { carriedBy } from './draw/groups.ts';
import { facts, snowplow } from './protocol.ts';
import { event, get, type Pairs } from './request/hit.ts';
import { shares } from './row/cells.ts';
import { eventRow, of } from './row/rows.ts';

interface Plan {
  chosen: readonly Chosen[];
  /** Sorts the parameters of the second event; with equal keys they go backwards. */
  keys: readonly number[];
  escapes: readonly Chosen[];
}

/** Text columns in which an escape as text shows whether a server decodes it once more. */
const texts = carriedBy('pv').filter(({ name }) => ['page', 'tz', 'lang', 'uid'].includes(name));
const drawEscapes: Draw = (parameter: Parameter) => classesOf(parameter, facts)['percent-2b'];

function shuffled(pairs: Pairs, keys: readonly number[]): Pairs {
  const keyed = pairs.map((pair, index) => ({ pair, key: keys[index % keys.length] ?? 0 }));
  return keyed
    .toReversed()
    .sort((a, b) => a.key - b.key)
    .map(({ pair }) => pair);
}

export const encoding = snowplow<Plan>({
  id: 'snowplow.encoding',
  requirements: ['snowplow.encoding.decoded-once', 'snowplow.encoding.order', 'snowplow.event.once'],
  branches: {},
  plan: () =>
    fc.record({
      chosen: someOf(carriedBy('pv')),
      keys: fc.array(fc.nat(9), { minLength: 1, maxLength: 8 }),
      escapes: allOf(texts, drawEscapes),
    }),
  render: ({ chosen, keys, escapes }, identity) => {
    const [straight, other, escaped] = [identity.text(0), identity.text(1), identity.text(2)];
    const requirement = 'snowplow.encoding.order';
    const columns = ['event', ...Object.keys(columnsOf(chosen, () => requirement))];
    const alike = Object.fromEntries(columns.map((column) => [column, shares('alike', requirement)]));
    return {
      requests: [
        get(event('pv', straight, pairsOf(chosen))),
        get(shuffled(event('pv', other, pairsOf(chosen)), keys)),
        get(event('pv', escaped, pairsOf(escapes))),
      ],
      expected: [
        eventRow('in one order', of(straight), 'snowplow.event.once', alike),
        eventRow('in another', of(other), requirement, alike),
        eventRow(
          'escapes as text',
          of(escaped),
          'snowplow.encoding.decoded-once',
          columnsOf(escapes, () => 'snowplow.encoding.decoded-once'),
        ),
      ],
      absent: [],
    };
  },
});
