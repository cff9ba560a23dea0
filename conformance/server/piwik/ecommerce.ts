/** Orders and carts: requests with `idgoal=0`, told apart by whether they bear an order number. */
import fc from 'fast-check';
import type { ParameterName } from '../../../generated/piwik/2.0/facts.ts';
import type { Experiment } from '../model.ts';
import { numberOf } from './draw/constants.ts';
import { type Given, given, sent, storedIn, storing } from './draw/given.ts';
import { get } from './request/hit.ts';
import { ordering } from './request/order.ts';
import { page, viewing } from './request/page.ts';
import { hitOf, person } from './request/person.ts';
import { holds } from './row/cells.ts';
import { noRow, of, row } from './row/rows.ts';

const amounts = ['revenue', 'ec_st', 'ec_tx', 'ec_sh', 'ec_dt'] as const satisfies readonly ParameterName[];

type Plan = Readonly<Record<(typeof amounts)[number], Given>>;

const order = 'piwik.ecommerce.order';
const once = 'piwik.ecommerce.order-once';
const noAction = 'piwik.ecommerce.no-action';
const goalZero = 'piwik.ecommerce.needs-goal-zero';
const orderGoal = numberOf('ecommerce', 'orderGoal');

/** One person orders, another repeats the order number, a third sends the same without `idgoal`. */
export const ecommerce: Experiment<Plan> = {
  id: 'piwik.ecommerce',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [order, once, goalZero, noAction, 'piwik.ec_id.stored', ...storing(...amounts)],
  features: ['ecommerce'],
  branches: {},
  plan: () => fc.record(Object.fromEntries(amounts.map((name) => [name, given(name)]))) as fc.Arbitrary<Plan>,
  render: (plan, identity, target) => {
    const [buys, repeats, views] = [person(0, identity), person(1, identity), person(2, identity)];
    const number = identity.text(0);
    const drawn = amounts.map((name) => plan[name]);
    const pairs = [...viewing(page(0, identity)), ...drawn.map(sent)];
    const columns = Object.assign({}, ...drawn.map((value) => storedIn('log_conversion', value)));
    return {
      requests: [
        get(hitOf(buys, target, [...pairs, ...ordering(number)])),
        get(hitOf(repeats, target, [...viewing(page(1, identity)), ['revenue', '1.5'], ...ordering(number)])),
        get(hitOf(views, target, [...viewing(page(2, identity)), ...drawn.map(sent), ['ec_id', identity.text(1)]])),
      ],
      expected: [
        row('log_conversion', 'order', of(buys), order, {
          idgoal: holds(orderGoal, order),
          idorder: holds(number, 'piwik.ec_id.stored'),
          ...columns,
        }),
        row('log_conversion', 'once', { idorder: number }, once, {
          ...storedIn('log_conversion', { ...plan.revenue, requirement: once }),
        }),
        row('log_link_visit_action', 'page view', of(views), noAction),
      ],
      absent: [
        noRow('log_conversion', of(repeats), once, 'order'),
        noRow('log_link_visit_action', of(buys), noAction, 'page view'),
        noRow('log_conversion', of(views), goalZero, 'order'),
      ],
    };
  },
};
