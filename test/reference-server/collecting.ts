/** Sends single events to a collector and finds what became of each. */
import { expect } from 'vitest';
import type { Running, StoredRecord } from './running.ts';

let count = 0;

/** Sends one event and returns its row. */
export async function stored(
  here: Running,
  query: string,
  headers: Record<string, string> = {},
): Promise<StoredRecord> {
  count += 1;
  const answer = await here.get(`/i?tid=c${count}&${query}`, headers);
  expect(answer.status).toBe(200);
  const rows = await here.records('snowplow/events', `txn_id=c${count}`);
  expect(rows).toHaveLength(1);
  return rows[0] as StoredRecord;
}

/** Sends one event that must not become a row, and returns the faults of its bad row. */
export async function refused(here: Running, query: string): Promise<string[]> {
  count += 1;
  const raw = `tid=c${count}&${query}`;
  expect((await here.get(`/i?${raw}`)).status).toBe(200);
  expect(await here.records('snowplow/events', `txn_id=c${count}`)).toEqual([]);
  const rows = await here.records('snowplow/bad', `querystring=${encodeURIComponent(raw)}`);
  expect(rows).toHaveLength(1);
  return rows[0]?.errors as unknown as string[];
}
