/** What a hit sent, kept beside its row while the Micro view is on: rows alone do not tell it. */
import { parseQuery } from '../../wire/query.ts';
import type { Tracker, TrackerRequest } from '../model.ts';
import type { Table } from '../storage/migrate.ts';
import { quoted, type Store, type StoredRow } from '../storage/store.ts';

/** Made only when the view is on, so that other servers do not pay for it. */
export const requestTable: Table = {
  record: 'micro_request',
  create:
    'CREATE TABLE micro_request ("record" TEXT NOT NULL, "row" INTEGER NOT NULL, "path" TEXT, "query" TEXT, ' +
    '"headers" TEXT, "address" TEXT, "now" INTEGER, PRIMARY KEY ("record", "row"))',
  indexes: [],
};

export const viewedRecords = ['events', 'bad'] as const;
export type ViewedRecord = (typeof viewedRecords)[number];

/** The collector, which keeps of each request what its rows do not hold; in the transaction of those rows. */
export function rememberingRequests(store: Store, collector: Tracker): Tracker {
  return (request) => {
    const before = viewedRecords.map((record) => lastRow(store, record));
    const answer = collector(request);
    for (const [index, record] of viewedRecords.entries()) {
      const last = lastRow(store, record);
      for (let row = (before[index] ?? 0) + 1; row <= last; row += 1) remember(store, record, row, request);
    }
    return answer;
  };
}

/** Number of the newest row; 0 when there is none. */
export function lastRow(store: Store, record: ViewedRecord): number {
  return Number(store.statement(`SELECT max(rowid) AS last FROM ${quoted(record)}`).get()?.last ?? 0);
}

function remember(
  store: Store,
  record: ViewedRecord,
  row: number,
  { path, query, headers, address, now }: TrackerRequest,
) {
  store.insert('micro_request', { record, row, path, query, headers: JSON.stringify(headers), address, now });
}

/** A request as it was kept; all empty for a row that was stored while the view was off. */
export interface KeptRequest {
  path: string;
  query: string;
  headers: Readonly<Record<string, string>>;
  address: string | null;
  /** Milliseconds since 1970. */
  now: number | null;
}

export function requestOf(store: Store, record: ViewedRecord, row: number): KeptRequest {
  const kept = store.find('micro_request', { record, row }) as StoredRow | undefined;
  return {
    path: String(kept?.path ?? ''),
    query: String(kept?.query ?? ''),
    headers: JSON.parse(String(kept?.headers ?? '{}')) as Record<string, string>,
    address: (kept?.address ?? null) as string | null,
    now: (kept?.now ?? null) as number | null,
  };
}

/** Decoded parameters; of a repeated name the last counts, and one without `=` has no value. */
export function parametersOf(query: string): Record<string, string | null> {
  return Object.fromEntries(parseQuery(query).map(({ name, value, assigned }) => [name, assigned ? value : null]));
}
