/** A cart, the cart that replaces it, and the order it becomes; the visit tells what is open and what was bought. */
import fc from 'fast-check';
import type { ExpectedRecord, Experiment } from '../../model.ts';
import { numberOf } from '../draw/constants.ts';
import { dayOffset } from '../draw/day.ts';
import { priceText } from '../draw/items.ts';
import { requestsOf } from '../request/chain.ts';
import type { Pairs } from '../request/hit.ts';
import { leavingCart, ordering } from '../request/order.ts';
import { page, viewing } from '../request/page.ts';
import { type Person, person } from '../request/person.ts';
import { holds } from '../row/cells.ts';
import { noRow, of, row } from '../row/rows.ts';

interface Plan {
  day: number;
  /** In hundredths. */
  amounts: readonly [number, number, number];
}

const cart = 'piwik.ecommerce.cart';
const updated = 'piwik.ecommerce.cart-updated';
const becomes = 'piwik.ecommerce.cart-into-order';
const buyer = 'piwik.ecommerce.buyer';
const orderGoal = numberOf('ecommerce', 'orderGoal');
const cartGoal = numberOf('ecommerce', 'cartGoal');
const BOUGHT = 1;
const OPEN_CART = 2;
const BOTH = 3;
const amount = fc.integer({ min: 1, max: 9_999_99 });

function revenue(hundredths: number): Pairs {
  return [['revenue', priceText(hundredths)]];
}

function visit(who: Person, key: string, state: number): ExpectedRecord {
  return row('log_visit', key, of(who), buyer, {
    visit_goal_buyer: holds(state, buyer),
    visit_goal_converted: holds(state === OPEN_CART ? 0 : 1, buyer),
  });
}

/** Who leaves a cart; leaves two; orders what was in one; leaves two more carts after an order. */
export const ecommerceCart: Experiment<Plan> = {
  id: 'piwik.ecommerce-cart',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [cart, updated, becomes, buyer],
  features: ['ecommerce'],
  branches: {},
  plan: () => fc.record({ day: dayOffset, amounts: fc.tuple(amount, amount, amount) }),
  render: ({ day, amounts: [first, second, third] }, identity, target) => {
    const [leaves, changes] = [person(0, identity), person(1, identity)];
    const [buys, returns] = [person(2, identity), person(3, identity)];
    const start = identity.clock(day);
    const at = (minutes: number) => start + minutes * 60;
    const shop = (slot: number) => viewing(page(slot, identity));
    const steps = [
      { who: leaves, at: at(0), pairs: [...shop(0), ...leavingCart, ...revenue(first)] },
      { who: changes, at: at(0), pairs: [...shop(1), ...leavingCart, ...revenue(first)] },
      { who: buys, at: at(0), pairs: [...shop(2), ...leavingCart, ...revenue(first)] },
      { who: returns, at: at(0), pairs: [...shop(3), ...ordering(identity.text(50)), ...revenue(first)] },
      { who: changes, at: at(1), pairs: [...shop(1), ...leavingCart, ...revenue(second)] },
      { who: buys, at: at(1), pairs: [...shop(2), ...ordering(identity.text(51)), ...revenue(third)] },
      { who: returns, at: at(1), pairs: [...shop(3), ...leavingCart, ...revenue(second)] },
      { who: returns, at: at(2), pairs: [...shop(3), ...leavingCart] },
    ];
    return {
      requests: requestsOf(steps, target),
      expected: [
        row('log_conversion', 'cart without revenue', { ...of(returns), idgoal: cartGoal }, updated, {
          revenue: holds('0', updated),
        }),
        row('log_conversion', 'cart', { ...of(leaves), idgoal: cartGoal }, cart, {
          revenue: holds(priceText(first), cart),
        }),
        row('log_conversion', 'second cart', of(changes), updated, { revenue: holds(priceText(second), updated) }),
        row('log_conversion', 'order', { ...of(buys), idgoal: orderGoal }, becomes, {
          revenue: holds(priceText(third), becomes),
        }),
        visit(leaves, 'leaves', OPEN_CART),
        visit(buys, 'buys', BOUGHT),
        visit(returns, 'returns', BOTH),
      ],
      absent: [noRow('log_conversion', { ...of(buys), idgoal: cartGoal }, becomes, 'cart')],
    };
  },
};
