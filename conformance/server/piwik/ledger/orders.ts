/** Questions about orders and their items. */
import { get, type Pairs, wireOf } from '../request/hit.ts';
import { ordering } from '../request/order.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
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

function noList(items: string): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const pairs: Pairs = [...viewing(page(0, identity)), ...ordering(identity.text(0)), ['ec_items', wireOf(items)]];
    return {
      requests: [get(hitOf(who, target, pairs))],
      expected: [
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

export const orderQuestions = questions({
  id: 'piwik.ledger-orders',
  requirements: [order],
  features: ['ecommerce'],
  probes: {
    orders,
    'case of number': caseOfNumber,
    'no list': noList('word'),
    'list is a number': noList('7'),
    'list is a text': noList('"text"'),
    'list is null': noList('null'),
    'no item': noItem,
    'behind null': behind('null'),
    'behind a number': behind('7'),
    'behind an empty list': behind('[]'),
  },
});
