/** Questions about orders and their items. */
import { get, type Pairs, wireOf } from '../request/hit.ts';
import { leavingCart, ordering } from '../request/order.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { holds, refersToNothing } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';
import { maybe, type Probe, questions } from './probe.ts';

const conversion = 'log_conversion';
const order = 'piwik.ecommerce.order';

const orders: Probe = (identity, target) => {
  const who = person(0, identity);
  const pairs: Pairs = [...viewing(page(0, identity)), ...ordering(identity.text(0)), ['revenue', '10']];
  return {
    requests: [get(hitOf(who, target, pairs))],
    expected: [
      maybe([conversion, 'order', of(who)], order, {
        ledger: 'piwik.ecommerce-parameters',
        stored: 'piwik-2.0',
        absent: 'none',
      }),
    ],
  };
};

const caseOfNumber: Probe = (identity, target) => {
  const [first, second] = [person(0, identity), person(1, identity)];
  const number = identity.text(0);
  return {
    requests: [
      get(hitOf(first, target, [...viewing(page(0, identity)), ...ordering(number)])),
      get(hitOf(second, target, [...viewing(page(1, identity)), ...ordering(number.toUpperCase())])),
    ],
    expected: [
      maybe([conversion, 'second order', of(second)], order, {
        ledger: 'piwik.order-id-case',
        stored: 'different',
        absent: 'one',
      }),
    ],
  };
};

/** What no amount was told of is nothing. */
const bareOrder: Probe = (identity, target) => {
  const who = person(0, identity);
  const amounts = ['revenue', 'revenue_subtotal', 'revenue_tax', 'revenue_shipping', 'revenue_discount'];
  return {
    requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ...ordering(identity.text(0))]))],
    expected: [
      row(conversion, 'order', of(who), order, {
        ...Object.fromEntries(amounts.map((column) => [column, holds('0', order)])),
        items: holds(0, order),
        url: holds('', order),
      }),
    ],
  };
};

function noList(items: string, kind: (number: string) => Pairs = ordering): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const pairs: Pairs = [...viewing(page(0, identity)), ...kind(identity.text(0)), ['ec_items', wireOf(items)]];
    return {
      requests: [get(hitOf(who, target, pairs))],
      expected: [
        row('log_visit', 'visit', of(who), order),
        maybe([conversion, 'order', of(who)], order, {
          ledger: 'piwik.items-no-list',
          stored: 'stored',
          absent: 'lost',
        }),
      ],
    };
  };
}

/** A good item behind one that is none. */
function behind(bad: string): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const sku = `SKU ${identity.text(1)}`;
    const items = `[${bad},["${sku}","Item","Category",1,1]]`;
    const pairs: Pairs = [...viewing(page(0, identity)), ...ordering(identity.text(0)), ['ec_items', wireOf(items)]];
    return {
      requests: [get(hitOf(who, target, pairs))],
      expected: [
        row(conversion, 'order', of(who), order),
        row('log_conversion_item', 'good item', { ...of(who), 'idaction_sku.name': sku }, order),
      ],
    };
  };
}

const noItem: Probe = (identity, target) => {
  const who = person(0, identity);
  const pairs = [...viewing(page(0, identity)), ...ordering(identity.text(0))];
  return {
    requests: [get(hitOf(who, target, [...pairs, ['ec_items', wireOf('["ABCDE"]')]]))],
    expected: [
      row(conversion, 'order', of(who), order),
      maybe(['log_conversion_item', 'taken apart', of(who)], order, {
        ledger: 'piwik.malformed-items',
        stored: 'taken-apart',
        absent: 'left-out',
      }),
    ],
  };
};

/** It has no text, and yet it is there. */
const noSku: Probe = (identity, target) => {
  const who = person(0, identity);
  const pairs = [...viewing(page(0, identity)), ...ordering(identity.text(0))];
  return {
    requests: [get(hitOf(who, target, [...pairs, ['ec_items', wireOf('[[["SKU"],"Item","Category",1,1]]')]]))],
    expected: [
      row(conversion, 'order', of(who), order),
      maybe(
        ['log_conversion_item', 'without SKU', of(who)],
        order,
        { ledger: 'piwik.malformed-items', stored: 'taken-apart', absent: 'left-out' },
        { idaction_sku: refersToNothing(order) },
      ),
    ],
  };
};

export const orderQuestions = questions({
  id: 'piwik.ledger-orders',
  requirements: [order],
  features: ['ecommerce'],
  probes: {
    orders,
    'bare order': bareOrder,
    'case of number': caseOfNumber,
    'no list': noList('word'),
    'list is a number': noList('7'),
    'list is a text': noList('"text"'),
    'list is null': noList('null'),
    'cart is no list': noList('word', () => leavingCart),
    'no item': noItem,
    'list for a SKU': noSku,
    'behind null': behind('null'),
    'behind a number': behind('7'),
    'behind an empty list': behind('[]'),
    'behind an empty SKU': behind('[[],"Item","Category",1,1]'),
  },
});
