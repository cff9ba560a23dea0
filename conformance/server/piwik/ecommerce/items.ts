/** The items of an order, and what later carts do to them. */
import fc from 'fast-check';
import type { Experiment } from '../../model.ts';
import { dayOffset } from '../draw/day.ts';
import { type Item, items, listed, skuOf, storedItem } from '../draw/items.ts';
import { requestsOf } from '../request/chain.ts';
import { leavingCart, ordering } from '../request/order.ts';
import { page, viewing } from '../request/page.ts';
import { person } from '../request/person.ts';
import { holds } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

interface Plan {
  day: number;
  /** Of an order. */
  ordered: readonly Item[];
  /** Of two carts: the later one has other items, or the same in another way. */
  carts: readonly [readonly Item[], readonly Item[]];
}

const each = 'piwik.ecommerce.items';
const total = 'piwik.ecommerce.item-total';
const changes = 'piwik.ecommerce.item-changes';
const stored = 'piwik.ec_items.stored';

/** Articles of a cart are numbered apart from those of the order. */
function shifted(list: readonly Item[], by: number): Item[] {
  return list.map((item) => ({ ...item, article: item.article + by }));
}

export const ecommerceItems: Experiment<Plan> = {
  id: 'piwik.ecommerce-items',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [each, total, changes, stored],
  features: ['ecommerce'],
  branches: {
    'the cart keeps its items': ({ carts: [earlier, later] }) => later.length === earlier.length,
    'the cart loses items': ({ carts: [earlier, later] }) => later.length < earlier.length,
  },
  classes: {
    'ec_items/ordinary': ({ ordered }) => ordered.length === 1,
    'ec_items/several': ({ ordered }) => ordered.length > 1,
    'ec_items/categories': ({ ordered }) => ordered.some(({ categories }) => categories.length > 1),
    'ec_items/unicode': ({ ordered }) => ordered.some(({ name }) => /[éß]/.test(name)),
  },
  plan: () => {
    const cart = items({ min: 1, max: 3 });
    return fc.record({
      day: dayOffset,
      ordered: items({ min: 1, max: 4 }),
      carts: fc.tuple(
        cart,
        cart.chain((list) => fc.shuffledSubarray([...list], { minLength: 1 })),
      ),
    });
  },
  render: ({ day, ordered, carts }, identity, target) => {
    const [buys, collects] = [person(0, identity), person(1, identity)];
    const start = identity.clock(day);
    const [before, after] = [shifted(carts[0], 10), shifted(carts[1], 11)];
    const gone = before.filter(({ article }) => after.every((item) => item.article !== article));
    const where = (who: typeof buys, item: Item) => ({ ...of(who), 'idaction_sku.name': skuOf(item, identity) });
    const units = ordered.reduce((sum, { quantity }) => sum + quantity, 0);
    const shop = viewing(page(0, identity));
    return {
      requests: requestsOf(
        [
          { who: buys, at: start, pairs: [...shop, ...ordering(identity.text(50)), listed(ordered, identity)] },
          { who: collects, at: start, pairs: [...shop, ...leavingCart, listed(before, identity)] },
          { who: collects, at: start + 60, pairs: [...shop, ...leavingCart, listed(after, identity)] },
        ],
        target,
      ),
      expected: [
        row('log_conversion', 'order', of(buys), total, { items: holds(units, total) }),
        ...ordered.flatMap((item, index) => [
          row('log_conversion_item', `item ${index}`, where(buys, item), each, storedItem(item, each)),
          row('log_conversion_item', `value ${index}`, where(buys, item), stored, storedItem(item, stored)),
        ]),
        ...after.map((item, index) =>
          row('log_conversion_item', `after ${index}`, where(collects, item), changes, storedItem(item, changes)),
        ),
        ...gone.map((item, index) =>
          row('log_conversion_item', `gone ${index}`, where(collects, item), changes, { deleted: holds(1, changes) }),
        ),
      ],
      absent: [],
    };
  },
};
