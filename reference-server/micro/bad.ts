/** Rows of `bad` as bad events of Micro. */
import type { Store, StoredRow } from '../storage/store.ts';
import { isoTime } from './event-fields.ts';
import { apiOf, collectorPayload, rawEvent } from './raw-event.ts';
import { type KeptRequest, requestOf } from './requests.ts';

export interface BadEvent {
  /** For the filter; the event itself tells it deeper down. */
  api: { vendor: string; version: string };
  collectorPayload: object;
  rawEvent: object;
  errors: string[];
}

export function badEvent(store: Store, row: StoredRow): BadEvent {
  const kept = requestOf(store, 'bad', Number(row._rowid_));
  // The row itself holds more than half of it, also of a request that came while the view was off.
  const request: KeptRequest = { ...kept, path: String(row.path), query: String(row.querystring ?? '') };
  return {
    api: apiOf(request.path),
    collectorPayload: collectorPayload(request, row.body as string | null),
    rawEvent: rawEvent(request, null),
    errors: ['Error while validating the event.', JSON.stringify(badRowDocument(row))],
  };
}

/** One report for each fault, as the bad rows of schema_violations have it. */
function badRowDocument(row: StoredRow): object {
  const faults = JSON.parse(String(row.errors ?? '[]')) as string[];
  const dataReports = faults.map((message) => ({
    message,
    path: /^Field \[(.+?)\]/.exec(message)?.[1] ?? null,
    keyword: 'atomic_field_parse_error',
    targets: [],
  }));
  const schemaKey = 'iglu:com.snowplowanalytics.snowplow/atomic/jsonschema/1-0-0';
  const error = { error: 'ValidationError', dataReports };
  return {
    schema: 'iglu:com.snowplowanalytics.snowplow.badrows/schema_violations/jsonschema/2-0-0',
    data: {
      processor: { artifact: 'beaconform', version: '1' },
      failure: { timestamp: isoTime(String(row.received_tstamp)), messages: [{ schemaKey, error }] },
      payload: { enriched: {}, raw: {} },
    },
  };
}
