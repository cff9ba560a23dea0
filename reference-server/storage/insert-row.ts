/** Writes rows with all columns of their table, so that one prepared statement serves each table. */
import { remembering, rememberingOf } from '../memory.ts';
import type { Row, Store } from './store.ts';

/** Inserts a row and returns its number; columns it does not name are NULL, names that are no column fall away. */
export function insertRow(store: Store, record: string, row: Row): number {
  return writerOf(store)(record)(row);
}

const writerOf = rememberingOf((store: Store) => remembering(100, (record) => writer(store, record)));

function writer(store: Store, record: string): (row: Row) => number {
  const table = store.statement(`PRAGMA table_info("${record}")`).all();
  const columns = table.filter((column) => column.pk === 0).map((column) => String(column.name));
  return store.rowInserter(record, columns);
}
