/** Items that are not complete. */
import fc from 'fast-check';
import type { Experiment } from '../../model.ts';
import { skuOf } from '../draw/items.ts';
import { get, wireOf } from '../request/hit.ts';
import { ordering } from '../request/order.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { holds } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

interface Plan {
  name: string;
  /** In whole units, as sent. */
  price: number;
  quantity: number;
}

const defaults = 'piwik.ecommerce.item-defaults';
const wide = 'piwik.ec_items.wide';
const word = fc.string({ unit: fc.constantFrom(...'abcXYZ'), minLength: 1, maxLength: 8 });

/** One item with a SKU only, one without a quantity, one without SKU. */
export const itemDefaults: Experiment<Plan> = {
  id: 'piwik.ecommerce-item-defaults',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [defaults, wide],
  features: ['ecommerce'],
  branches: {},
  classes: { 'ec_items/defaults': () => true },
  plan: () =>
    fc.record({ name: word, price: fc.integer({ min: 1, max: 999 }), quantity: fc.integer({ min: 1, max: 99 }) }),
  render: ({ name, price, quantity }, identity, target) => {
    const who = person(0, identity);
    const [bare, single] = [skuOf({ article: 0 }, identity), skuOf({ article: 1 }, identity)];
    const list = [[bare], [single, name, 'Category', price], ['', name, 'Category', price, quantity]];
    const where = (sku: string) => ({ ...of(who), 'idaction_sku.name': sku });
    return {
      requests: [
        get(
          hitOf(who, target, [
            ...viewing(page(0, identity)),
            ...ordering(identity.text(50)),
            ['ec_items', wireOf(JSON.stringify(list))],
          ]),
        ),
      ],
      expected: [
        row('log_conversion_item', 'bare', where(bare), defaults, {
          'idaction_name.name': holds(null, wide),
          price: holds('0', defaults),
          quantity: holds(1, wide),
        }),
        row('log_conversion_item', 'single', where(single), wide, {
          price: holds(String(price), wide),
          quantity: holds(1, defaults),
        }),
        row('log_conversion', 'order', of(who), defaults, { items: holds(2, defaults) }),
      ],
      absent: [],
    };
  },
};
