/** Writes rows with all columns of their table, so that one prepared statement serves each table. */
import type { Row, Store } from '../storage/store.ts';

type Writer = (row: Row) => number;

const writers = new WeakMap<Store, Map<string, Writer>>();

/** Inserts a row and returns its number; columns it does not name are NULL, names that are no column fall away. */
export function insertRow(store: Store, record: string, row: Row): number {
  let ofStore = writers.get(store);
  if (ofStore === undefined) {
    ofStore = new Map();
    writers.set(store, ofStore);
  }
  let writer = ofStore.get(record);
  if (writer === undefined) {
    writer = writerOf(store, record);
    ofStore.set(record, writer);
  }
  return writer(row);
}

function writerOf(store: Store, record: string): Writer {
  const table = store.statement(`PRAGMA table_info("${record}")`).all();
  const columns = table.filter((column) => column.pk === 0).map((column) => String(column.name));
  return store.rowInserter(record, columns);
}
