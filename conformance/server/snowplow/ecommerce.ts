/** A transaction is one event and each of its items another; the order identifier links them, in whatever order they come. */
import fc, { type Arbitrary } from 'fast-check';
import type { Parameter } from '../../../generated/model.ts';
import type { ExpectedRecord, OutgoingRequest } from '../model.ts';
import { type Chosen, columnsOf, pairsOf, someOf } from './draw/chosen.ts';
import { codeFor, implemented } from './draw/groups.ts';
import { derived, snowplow } from './protocol.ts';
import { event, get } from './request/hit.ts';
import { holds } from './row/cells.ts';
import { eventRow, named } from './row/rows.ts';

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

function ownOf(code: string, own: readonly string[]): readonly Parameter[] {
  return implemented.filter((parameter) => codeFor(parameter) === code && !own.includes(parameter.name));
}

const ofTransaction = ownOf('tr', ['tr_id']);
const ofItem = ownOf('ti', ['ti_id', 'ti_sk']);

const order: Arbitrary<Order> = fc.record({
  transaction: fc.option(someOf(ofTransaction), { nil: undefined, freq: 5 }),
  items: fc.array(someOf(ofItem), { minLength: 1, maxLength: 3 }),
});

interface Step {
  request: OutgoingRequest;
  expected: ExpectedRecord;
}

function transactionStep(application: string, orderId: string, chosen: readonly Chosen[]): Step {
  return {
    request: get(event('tr', application, [['tr_id', orderId], ...pairsOf(chosen)])),
    expected: eventRow(`transaction ${orderId}`, { tr_orderid: orderId }, 'snowplow.ecommerce.transaction', {
      ...named('tr', 'snowplow.ecommerce.transaction'),
      ...columnsOf(chosen, (name) => derived(name, 'stored')),
    }),
  };
}

function itemStep(application: string, orderId: string, sku: string, chosen: readonly Chosen[]): Step {
  return {
    request: get(event('ti', application, [['ti_id', orderId], ['ti_sk', sku], ...pairsOf(chosen)])),
    expected: eventRow(`item ${sku}`, { app_id: application, ti_sku: sku }, 'snowplow.ecommerce.item', {
      ...named('ti', 'snowplow.ecommerce.item'),
      ti_orderid: holds(orderId, 'snowplow.ecommerce.order-link'),
      ...columnsOf(chosen, (name) => derived(name, 'stored')),
    }),
  };
}

export const ecommerce = snowplow<Plan>({
  id: 'snowplow.ecommerce',
  requirements: [
    'snowplow.ecommerce.transaction',
    'snowplow.ecommerce.item',
    'snowplow.ecommerce.order-link',
    ...[...ofTransaction, ...ofItem].map(({ name }) => derived(name, 'stored')),
  ],
  plan: () =>
    fc.record({
      orders: fc.array(order, { minLength: 1, maxLength: 3 }),
      keys: fc.array(fc.nat(9), { minLength: 1, maxLength: 12 }),
    }),
  render: ({ orders, keys }, identity) => {
    const application = identity.text(0);
    const steps = orders.flatMap(({ transaction, items }, index) => {
      const orderId = identity.text(1 + index);
      const first = transaction === undefined ? [] : [transactionStep(application, orderId, transaction)];
      return [...first, ...items.map((item, place) => itemStep(application, orderId, `sku-${index}-${place}`, item))];
    });
    const keyed = steps.map((step, index) => ({ step, key: keys[index % keys.length] ?? 0 }));
    const sent = keyed.sort((a, b) => a.key - b.key).map(({ step }) => step);
    return { requests: sent.map(({ request }) => request), expected: sent.map(({ expected }) => expected), absent: [] };
  },
});
