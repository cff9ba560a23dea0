/** Rule action-type: each text of a type is stored once, and actions link to it by number. */
import { crc32 } from 'node:zlib';
import { insertRow } from '../storage/insert-row.ts';
import { knownId } from '../storage/known-ids.ts';
import type { ActionType } from './action.ts';
import type { Tracking } from './hit.ts';

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

export function findActionType({ store }: Tracking, { type, name }: ActionType, hash: number): number | undefined {
  return knownId(store, `${type} ${name}`, () => {
    const found = store.statement(lookup).get(type, hash, name);
    return found === undefined ? undefined : Number(found.idaction);
  });
}

const lookup = 'SELECT idaction FROM log_action WHERE type = ? AND hash = ? AND name = ? ORDER BY idaction LIMIT 1';

export function actionTypeRow({ name, type, prefix }: ActionType, hash: number) {
  return { name, hash, type, url_prefix: prefix };
}
