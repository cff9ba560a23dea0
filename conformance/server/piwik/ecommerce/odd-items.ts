/** Items whose members are not quite what they should be. */
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import { type Probe, questions } from '../ledger/probe.ts';
import { get, wireOf } from '../request/hit.ts';
import { ordering } from '../request/order.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { holds, refersToNothing } from '../row/cells.ts';
import { type Columns, of, row } from '../row/rows.ts';

const requirement: RequirementId = 'piwik.ec_items.wide';

type Members = readonly [name: unknown, category: unknown, price: unknown, quantity: unknown];

/** An order of one item with these members, how many pieces it has, and what the row of the item holds. */
function item(members: Members, pieces: number, columns: Columns): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const sku = `SKU ${identity.text(1)}`;
    const pairs = [...viewing(page(0, identity)), ...ordering(identity.text(0))];
    return {
      requests: [get(hitOf(who, target, [...pairs, ['ec_items', wireOf(JSON.stringify([[sku, ...members]]))]]))],
      expected: [
        row('log_conversion', 'order', of(who), requirement, { items: holds(pieces, requirement) }),
        row('log_conversion_item', 'item', { ...of(who), 'idaction_sku.name': sku }, requirement, columns),
      ],
    };
  };
}

/** The price and quantity stored. */
function costing(price: string, quantity: number): Columns {
  return { price: holds(price, requirement), quantity: holds(quantity, requirement) };
}

const listed = ['First', '', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'];

/** Texts without a character are no categories, and five of the others count. */
const categories: Columns = Object.fromEntries(
  listed
    .filter((text) => text !== '')
    .slice(0, 5)
    .map((text, index) => [`idaction_category${index === 0 ? '' : index + 1}.name`, holds(text, requirement)]),
);

/** One piece given back and more of another bought: the order counts the difference. */
const givenBack: Probe = (identity, target) => {
  const who = person(0, identity);
  const [back, bought] = [`SKU ${identity.text(1)}`, `SKU ${identity.text(2)}`];
  const list = JSON.stringify([
    [back, 'Item', 'Category', 1, -2],
    [bought, 'Item', 'Category', 1, 5],
  ]);
  const pairs = [...viewing(page(0, identity)), ...ordering(identity.text(0))];
  return {
    requests: [get(hitOf(who, target, [...pairs, ['ec_items', wireOf(list)]]))],
    expected: [
      row('log_conversion', 'order', of(who), requirement, { items: holds(3, requirement) }),
      row('log_conversion_item', 'back', { ...of(who), 'idaction_sku.name': back }, requirement, {
        quantity: holds(0, requirement),
      }),
    ],
  };
};

export const oddItems = questions({
  id: 'piwik.ecommerce-odd-items',
  requirements: [requirement],
  features: ['ecommerce'],
  probes: {
    'numbers as texts': item(['Item', 'Category', '12.5', '3'], 3, costing('12.5', 3)),
    'texts for numbers': item(['Item', 'Category', 'cheap', 'many'], 1, costing('0', 1)),
    'price to round': item(['Item', 'Category', 1.239, 1], 1, costing('1.24', 1)),
    'pieces cut': item(['Item', 'Category', 2, 3.9], 3, costing('2', 3)),
    'no piece': item(['Item', 'Category', 2, 0], 1, costing('2', 1)),
    'given back': givenBack,
    'many categories': item(['Item', listed, 1, 1], 1, categories),
    'no texts': item(['', '', 1, 1], 1, {
      idaction_name: refersToNothing(requirement),
      idaction_category: refersToNothing(requirement),
    }),
    'truth values': item([true, false, true, true], 1, {
      'idaction_name.name': holds('1', requirement),
      idaction_category: refersToNothing(requirement),
      ...costing('0', 1),
    }),
    'nothing told': item([null, null, null, null], 1, {
      idaction_name: refersToNothing(requirement),
      idaction_category: refersToNothing(requirement),
      ...costing('0', 1),
    }),
    'number for a text': item([7, 'Category', 1, 1], 1, { 'idaction_name.name': holds('7', requirement) }),
  },
});
