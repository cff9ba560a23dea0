/** Rule ecommerce: orders, stored once per number, and carts, kept up until they become an order. */
import { createHash } from 'node:crypto';
import { insertRow } from '../storage/insert-row.ts';
import { indexOrders } from '../storage/order-index.ts';
import type { Row, StoredRow } from '../storage/store.ts';
import { money } from './conversion.ts';
import { cutCharacters } from './forms/text.ts';
import type { Hit, Tracking } from './hit.ts';
import type { Item } from './items.ts';

/** `idgoal` of an order and of a cart. */
const goals = { order: 0, cart: -1 } as const;
const longestOrderId = 100;
const largestSmallint = 65535;

/** Stores or changes the cart of the visit. */
export function storeCart(tracking: Tracking, hit: Hit, visit: StoredRow): void {
  const items = itemsOf(tracking, hit);
  if (items === undefined) return;
  const whole: Row = { ...conversion(tracking, hit, visit, items), idgoal: goals.cart, buster: 0 };
  const { parts } = tracking;
  const row = parts.conversionRow(parts.newConversionInformation(tracking, hit, whole));
  const key = { idvisit: visit.idvisit as number, idgoal: goals.cart };
  if (tracking.store.update('log_conversion', key, row) === 0) insertRow(tracking.store, 'log_conversion', row);
  tracking.parts.storeItems(tracking, hit, visit, items, undefined);
}

/** Stores an order unless its number is known on the site; the open cart of the visit becomes the order. */
export function storeOrder(tracking: Tracking, hit: Hit, visit: StoredRow, orderId: string): void {
  const { parts, store } = tracking;
  const items = itemsOf(tracking, hit);
  const number = cutCharacters(orderId, longestOrderId);
  if (items === undefined || parts.orderIsKnown(tracking, hit, number)) return;
  const whole: Row = {
    ...conversion(tracking, hit, visit, items),
    idgoal: goals.order,
    buster: orderBuster(orderId),
    idorder: number,
    revenue_subtotal: money(hit, 'ec_st') ?? '0',
    revenue_tax: money(hit, 'ec_tx') ?? '0',
    revenue_shipping: money(hit, 'ec_sh') ?? '0',
    revenue_discount: money(hit, 'ec_dt') ?? '0',
  };
  const row = parts.conversionRow(parts.newConversionInformation(tracking, hit, whole));
  const cart = { idvisit: visit.idvisit as number, idgoal: goals.cart };
  if (store.update('log_conversion', cart, row) === 0) insertRow(store, 'log_conversion', row);
  parts.storeItems(tracking, hit, visit, items, number);
}

/** Numbers that differ in case only are one order (ledger piwik.order-id-case). */
export function orderIsKnown({ store }: Tracking, hit: Hit, number: string): boolean {
  indexOrders(store);
  const lookup = 'SELECT 1 FROM log_conversion WHERE idsite = ? AND idorder = ? COLLATE NOCASE';
  return store.statement(lookup).get(hit.site.id, number) !== undefined;
}

/** `visit_goal_buyer` after the hit: 1 ordered, 2 open cart, 3 ordered and then opened another cart. */
export function buyerAfter(kind: 'order' | 'cart', before: number): number {
  if (kind === 'order') return 1;
  return before === 1 || before === 3 ? 3 : 2;
}

/** Undefined when `ec_items` is given and is no list: nothing is stored then but the visit. */
function itemsOf({ parts }: Tracking, hit: Hit): Item[] | undefined {
  const text = hit.parameters.text('ec_items');
  return text === undefined ? [] : parts.readItems(text);
}

function conversion(tracking: Tracking, hit: Hit, visit: StoredRow, items: readonly Item[]): Row {
  return {
    ...tracking.parts.conversionColumns(tracking, hit, visit),
    url: '',
    items: Math.max(0, Math.min(tracking.parts.itemTotal(items), largestSmallint)),
    revenue: money(hit, 'revenue') ?? '0',
  };
}

/** How many pieces an order or cart holds. */
export function itemTotal(items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + item.quantity, 0);
}

/** A number of 32 bits made of the whole order number, as servers of the time made it. */
function orderBuster(orderId: string): number {
  return createHash('md5').update(orderId).digest().readUInt32BE(0);
}
