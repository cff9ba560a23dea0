import type { StoredValue } from '../../model.ts';
import type { Row } from '../reader.ts';
import type { Detail, Item } from './answer.ts';
import { decimal, integer, text, textOrNull, time } from './values.ts';
import { referrerTypes } from './visit-row.ts';

const orderGoal = 0;
const cartGoal = -1;
/** Items of a cart bear this in place of an order. */
const noOrder = '0';
const categories = ['', '2', '3', '4', '5'];

/** The columns of `log_conversion` that the answer shows; of goals not those of orders. */
export const conversionColumns: ReadonlySet<string> = new Set([
  ...[
    'idgoal',
    'server_time',
    'idorder',
    'items',
    'url',
    'idlink_va',
    'referer_type',
    'referer_name',
    'referer_keyword',
  ],
  ...['revenue', 'revenue_subtotal', 'revenue_tax', 'revenue_shipping', 'revenue_discount'],
]);

/** The columns of `log_conversion_item` that the answer shows; items that were taken out again are not shown. */
export const itemColumns: ReadonlySet<string> = new Set([
  ...['server_time', 'idorder', 'idaction_sku.name', 'idaction_name.name', 'price', 'quantity'],
  ...categories.map((number) => `idaction_category${number}.name`),
]);

/** The row of one conversion, without what it has of its visit; undefined for an action. */
export function conversionRow(detail: Detail): Row | undefined {
  const idgoal = goalOf(detail);
  if (idgoal === undefined) return undefined;
  const row: Record<string, StoredValue> = {
    idgoal,
    server_time: time(detail.timestamp),
    revenue: decimal(detail.revenue),
    idorder: idgoal === orderGoal ? text(detail.orderId) : null,
  };
  if ('referrerType' in detail) {
    row.referer_type = referrerTypes(detail.referrerType);
    row.referer_name = textOrNull(detail.referrerName);
    row.referer_keyword = textOrNull(detail.referrerKeyword);
  }
  return { ...row, ...(detail.type === 'goal' ? goalColumns(detail) : saleColumns(detail)) };
}

function goalOf({ type, goalId }: Detail): StoredValue | undefined {
  if (type === 'goal') return integer(goalId);
  if (type === 'ecommerceOrder') return orderGoal;
  return type === 'ecommerceAbandonedCart' ? cartGoal : undefined;
}

function goalColumns({ goalPageId, url }: Detail): Row {
  return { idlink_va: integer(goalPageId), url: text(url) };
}

/** An amount that is NULL is shown as 0, so what is 0 is not told. */
function saleColumns(detail: Detail): Row {
  const amounts = {
    revenue_subtotal: decimal(detail.revenueSubTotal),
    revenue_tax: decimal(detail.revenueTax),
    revenue_shipping: decimal(detail.revenueShipping),
    revenue_discount: decimal(detail.revenueDiscount),
  };
  const told = Object.entries(amounts).filter(([, amount]) => amount !== null && Number(amount) !== 0);
  return { items: integer(detail.items), ...Object.fromEntries(told) };
}

export function itemRows(detail: Detail): Row[] {
  const goal = goalOf(detail);
  return (detail.itemDetails ?? []).map((item) => ({
    server_time: time(detail.timestamp),
    idorder: goal === orderGoal ? text(detail.orderId) : noOrder,
    'idaction_sku.name': text(item.itemSKU),
    'idaction_name.name': textOrNull(item.itemName),
    ...categoriesOf(item),
    price: decimal(item.price),
    quantity: integer(item.quantity),
  }));
}

function categoriesOf({ categories: names, itemCategory }: Item): Row {
  const list = Array.isArray(names) ? names : [itemCategory];
  return Object.fromEntries(
    categories.map((number, index) => [`idaction_category${number}.name`, textOrNull(list[index])]),
  );
}
