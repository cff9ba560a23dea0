/** Rule action-type: each text of a type is stored once, and actions link to it by number. */
import { crc32 } from 'node:zlib';
import type { Store } from '../storage/store.ts';
import type { ActionType } from './action.ts';
import type { Tracking } from './hit.ts';
import { insertRow } from './rows.ts';

/**
 * The number of the row that holds this text, made when there is none. The prefix of an address is not part of what
 * is looked for: the first spelling stays.
 */
export function actionTypeId(tracking: Tracking, actionType: ActionType): number {
  const { store, parts } = tracking;
  const hash = crc32(actionType.name);
  return (
    parts.findActionType(tracking, actionType, hash) ??
    insertRow(store, 'log_action', parts.actionTypeRow(actionType, hash))
  );
}

export function findActionType({ store }: Tracking, actionType: ActionType, hash: number): number | undefined {
  const known = knownIds(store);
  const key = `${actionType.type} ${actionType.name}`;
  const id = known.get(key);
  if (id !== undefined) return id;
  const found = store.statement(lookup).get(actionType.type, hash, actionType.name);
  if (found === undefined) return undefined;
  if (known.size >= mostKnown) known.clear();
  if (key.length <= longestKnown) known.set(key, Number(found.idaction));
  return Number(found.idaction);
}

const lookup = 'SELECT idaction FROM log_action WHERE type = ? AND hash = ? AND name = ? ORDER BY idaction LIMIT 1';

export function actionTypeRow({ name, type, prefix }: ActionType, hash: number) {
  return { name, hash, type, url_prefix: prefix };
}

/** Texts whose numbers are remembered, and the longest of them: nobody shall fill the memory. */
const mostKnown = 5000;
const longestKnown = 400;
const remembered = new WeakMap<Store, { rollbacks: number; ids: Map<string, number> }>();

/** What was found may have been rolled back since. */
function knownIds(store: Store): Map<string, number> {
  let known = remembered.get(store);
  if (known === undefined || known.rollbacks !== store.rollbacks) {
    known = { rollbacks: store.rollbacks, ids: new Map() };
    remembered.set(store, known);
  }
  return known.ids;
}
