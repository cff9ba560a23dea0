/** A transaction is one event and each of its items another; the order identifier links them, in whatever order they come. */
import fc, { type Arbitrary } from 'fast-check';
import type { Parameter } from '../../../generated/model.ts';
import type { ExpectedRecord } from '../model.ts';
import { type Chosen, columnsOf, pairsOf, someOf } from './draw/chosen.ts';
import { codeFor, implemented } from './draw/groups.ts';
import { derived, snowplow } from './protocol.ts';
import { event, get } from './request/hit.ts';
import { holds } from './row/cells.ts';
import { eventRow, named, of } from './row/rows.ts';

interface Order {
  /** Undefined: its items come without it. */
  transaction: readonly Chosen[] | undefined;
  items: readonly (readonly Chosen[])[];
}

interface Plan {
  orders: readonly Order[];
  /** Sorts the events of all orders; with equal keys each transaction goes before its items. */
  keys: readonly number[];
}

const MOST_ORDERS = 3;

const own = (code: string, linking: string): readonly Parameter[] =>
  implemented.filter((parameter) => codeFor(parameter) === code && parameter.name !== linking);

const ofTransaction = own('tr', 'tr_id');
const ofItem = own('ti', 'ti_id');

const order: Arbitrary<Order> = fc.record({
  transaction: fc.option(someOf(ofTransaction), { nil: undefined, freq: 5 }),
  items: fc.array(someOf(ofItem), { minLength: 1, maxLength: 3 }),
});

/** One event of an order: the transaction or an item. */
interface Part {
  code: 'tr' | 'ti';
  orderId: string;
  chosen: readonly Chosen[];
}

const linking = {
  tr: { parameter: 'tr_id', column: 'tr_orderid', requirement: 'snowplow.ecommerce.transaction' },
  ti: { parameter: 'ti_id', column: 'ti_orderid', requirement: 'snowplow.ecommerce.item' },
} as const;

function partsOf({ transaction, items }: Order, orderId: string): Part[] {
  const first: Part[] = transaction === undefined ? [] : [{ code: 'tr', orderId, chosen: transaction }];
  return [...first, ...items.map((chosen): Part => ({ code: 'ti', orderId, chosen }))];
}

function expectedOf({ code, orderId, chosen }: Part, application: string): ExpectedRecord {
  const { column, requirement } = linking[code];
  return eventRow(application, of(application), requirement, {
    ...named(code, requirement),
    ...columnsOf(chosen, (name) => derived(name, 'stored')),
    [column]: holds(orderId, 'snowplow.ecommerce.order-link'),
  });
}

export const ecommerce = snowplow<Plan>({
  id: 'snowplow.ecommerce',
  requirements: [
    'snowplow.ecommerce.transaction',
    'snowplow.ecommerce.item',
    'snowplow.ecommerce.order-link',
    ...[...ofTransaction, ...ofItem].map(({ name }) => derived(name, 'stored')),
  ],
  branches: {
    'one order': ({ orders }) => orders.length === 1,
    'several orders': ({ orders }) => orders.length > 1,
    'an item without its transaction': ({ orders }) => orders.some(({ transaction }) => transaction === undefined),
    'an order of several items': ({ orders }) => orders.some(({ items }) => items.length > 1),
  },
  plan: () =>
    fc.record({
      orders: fc.array(order, { minLength: 1, maxLength: MOST_ORDERS }),
      keys: fc.array(fc.nat(9), { minLength: 1, maxLength: 12 }),
    }),
  render: ({ orders, keys }, identity) => {
    const parts = orders.flatMap((one, index) => partsOf(one, identity.text(index)));
    const keyed = parts.map((part, index) => ({ part, key: keys[index % keys.length] ?? 0 }));
    const sent = keyed
      .sort((a, b) => a.key - b.key)
      .map(({ part }, slot) => {
        // Slots below are those of the orders.
        return { part, application: identity.text(MOST_ORDERS + slot) };
      });
    return {
      requests: sent.map(({ part: { code, orderId, chosen }, application }) =>
        get(event(code, application, [[linking[code].parameter, orderId], ...pairsOf(chosen)])),
      ),
      expected: sent.map(({ part, application }) => expectedOf(part, application)),
      absent: [],
    };
  },
});
