/** Questions about conversions and orders. */

import { firstOf, needsGoal, needsToken } from '../obstacle.ts';
import { converting } from '../request/goal.ts';
import { get, type Pairs, wireOf } from '../request/hit.ts';
import { ordering } from '../request/order.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { holds, mayHold } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';
import { maybe, type Probe, questions } from './probe.ts';

const conversion = 'log_conversion';
const byHand = 'piwik.conversion.by-hand';
const order = 'piwik.ecommerce.order';

function rounding(sent: string, rounded: string): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const requirement = 'piwik.revenue.stored';
    return {
      requests: [get(hitOf(who, target, [...converting(target.goals[0], 0, identity), ['revenue', sent]]))],
      expected: [
        row(conversion, 'conversion', of(who), requirement, {
          revenue: mayHold('piwik.revenue-rounding', { rounded, kept: sent }, requirement),
        }),
      ],
    };
  };
}

/** A point and nothing else: the goal's own revenue counts. */
const noNumber: Probe = (identity, target) => {
  const [goal] = target.goals;
  const who = person(0, identity);
  const requirement = 'piwik.conversion.default-revenue';
  return {
    requests: [get(hitOf(who, target, [...converting(goal, 0, identity), ['revenue', '.']]))],
    expected: [
      row(conversion, 'conversion', of(who), requirement, { revenue: holds(goal?.revenue ?? '0', requirement) }),
    ],
  };
};

const sameSecond: Probe = (identity, target) => {
  const goal = target.goals.find(({ multiple }) => multiple);
  if (goal === undefined) return undefined;
  const who = person(0, identity);
  const hit = hitOf(who, target, converting(goal, 0, identity), identity.clock(0));
  const copies = { ledger: 'piwik.same-second-conversions', sent: 2, each: 'both', one: 'one' };
  return {
    requests: [get(hit), get(hit)],
    expected: [{ ...row(conversion, 'conversion', of(who), byHand), copies }],
  };
};

const sideEffect: Probe = (identity, target) => {
  const who = person(0, identity);
  return {
    requests: [get(hitOf(who, target, converting(target.goals[0], 0, identity)))],
    expected: [
      row(conversion, 'conversion', of(who), byHand),
      maybe(['log_visit', 'visit', of(who)], byHand, {
        ledger: 'piwik.conversion-side-effects',
        stored: 'visit',
        absent: 'conversion-only',
      }),
    ],
  };
};

const otherSpelling: Probe = (identity, target) => {
  const who = person(0, identity);
  const spelt: Pairs = [['idGoal', String(target.goals[0]?.id)]];
  return {
    requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ...spelt]))],
    expected: [
      maybe([conversion, 'conversion', of(who)], byHand, {
        ledger: 'piwik.goal-parameter-spelling',
        stored: 'any-case',
        absent: 'exact',
      }),
    ],
  };
};

const creditedTo: Probe = (identity, target) => {
  const who = person(0, identity);
  const at = identity.clock(0);
  const requirement = 'piwik.conversion.by-hand';
  const remembered: Pairs = [
    ['_ref', wireOf('http://remembered.example/')],
    ['_refts', String(at - 86_400)],
  ];
  const came: Pairs = [['urlref', wireOf('http://visit.example/')]];
  return {
    requests: [
      get(hitOf(who, target, [...viewing(page(0, identity)), ...came], at)),
      get(hitOf(who, target, [...converting(target.goals[0], 1, identity), ...remembered], at + 60)),
    ],
    expected: [
      row(conversion, 'conversion', of(who), requirement, {
        referer_name: mayHold(
          'piwik.conversion-attribution',
          { client: 'remembered.example', visit: 'visit.example' },
          requirement,
        ),
      }),
    ],
  };
};

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

export const conversionQuestions = questions({
  id: 'piwik.ledger-conversions',
  requirements: ['piwik.revenue.stored', 'piwik.conversion.default-revenue', byHand],
  features: ['goals'],
  obstacle: firstOf(needsGoal, needsToken),
  probes: {
    'rounded up': rounding('10.129', '10.13'),
    'rounded down': rounding('10.121', '10.12'),
    'revenue without a digit': noNumber,
    'same second': sameSecond,
    'side effect': sideEffect,
    'other spelling': otherSpelling,
    'credited to': creditedTo,
  },
});

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
