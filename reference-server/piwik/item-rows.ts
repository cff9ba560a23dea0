/** Rows of log_conversion_item: what a cart or order holds, and what has gone from it. */

import { insertRow } from '../storage/insert-row.ts';
import type { Row, StoredRow } from '../storage/store.ts';
import { type ActionType, actionTypes } from './action.ts';
import { sqlTime } from './forms/date-time.ts';
import type { Hit, Tracking } from './hit.ts';
import type { Item } from './items.ts';

/** `idorder` of items that lie in a cart. */
const inCart = '0';

/**
 * Makes the rows of the visit's cart, or of this order, hold these items: changed, added, or marked as deleted. An
 * order takes over the rows of the cart.
 */
export function storeItems(
  tracking: Tracking,
  hit: Hit,
  visit: StoredRow,
  items: readonly Item[],
  orderId: string | undefined,
): void {
  const { store, parts } = tracking;
  const idvisit = visit.idvisit as number;
  const order = orderId ?? inCart;
  const known = store
    .statement('SELECT * FROM log_conversion_item WHERE idvisit = ? AND idorder IN (?, ?)')
    .all(idvisit, inCart, order) as StoredRow[];
  const rows = new Map(
    items.map((item) => parts.itemRow(tracking, hit, visit, item)).map((row) => [row.idaction_sku, row]),
  );
  for (const row of known) {
    const replaced = rows.get(row.idaction_sku as number) ?? { server_time: sqlTime(hit.now), deleted: 1 };
    rows.delete(row.idaction_sku as number);
    const key = { idvisit, idorder: row.idorder as string, idaction_sku: row.idaction_sku as number };
    store.update('log_conversion_item', key, { ...replaced, idorder: order });
  }
  for (const row of rows.values()) insertRow(store, 'log_conversion_item', { ...row, idorder: order });
}

export function itemRow(tracking: Tracking, hit: Hit, visit: StoredRow, item: Item): Row {
  const category = (index: number) => typeId(tracking, actionTypes.itemCategory, item.categories[index]);
  return {
    idsite: hit.site.id,
    idvisitor: visit.idvisitor as string,
    server_time: sqlTime(hit.now),
    idvisit: visit.idvisit as number,
    idaction_sku: typeId(tracking, actionTypes.itemSku, item.sku),
    idaction_name: typeId(tracking, actionTypes.itemName, item.name),
    idaction_category: category(0),
    idaction_category2: category(1),
    idaction_category3: category(2),
    idaction_category4: category(3),
    idaction_category5: category(4),
    price: item.price,
    quantity: Math.max(0, item.quantity),
    deleted: 0,
  };
}

/** 0 stands for nothing. */
function typeId(tracking: Tracking, type: ActionType['type'], name: string | undefined): number {
  return name === undefined || name === '' ? 0 : tracking.parts.actionTypeId(tracking, { type, name, prefix: null });
}
