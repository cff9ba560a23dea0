/** Snowplow of today: a hit in a query, or a batch `{"schema": "iglu:…/payload_data/jsonschema/1-0-4", "data": [{…}]}`. */
import type { BulkEntry } from './bulk.ts';
import { type Hit, type Hits, placed } from './hits.ts';
import { isObject, jsonType, objectPairs, parseJson } from './json.ts';
import { parseQuery } from './query.ts';
import type { RawRequest } from './request.ts';

/** What the body of a POST holds; `schema` is the one it names, when that is a text. */
export type Batch =
  | { kind: 'batch'; schema?: string; entries: BulkEntry[] }
  | { kind: 'malformed'; schema?: string; reason: string };

const utf8 = new TextDecoder('utf-8');

/** Reads the body of a POST request; undefined when it is empty. Never throws. */
export function readBatch(body: Uint8Array): Batch | undefined {
  if (body.length === 0) return undefined;
  const document = parseJson(utf8.decode(body));
  if (document === undefined) return { kind: 'malformed', reason: 'the body is no JSON document' };
  if (!isObject(document)) return { kind: 'malformed', reason: `the body is ${jsonType(document)}, not an object` };
  const { schema, data } = document;
  const named = typeof schema === 'string' ? { schema } : {};
  if (!Array.isArray(data)) {
    return { kind: 'malformed', ...named, reason: `"data" is ${jsonType(data)}, not an array` };
  }
  return { kind: 'batch', ...named, entries: data.map(readEvent) };
}

function readEvent(event: unknown): BulkEntry {
  if (isObject(event)) return { kind: 'pairs', pairs: objectPairs(event) };
  return { kind: 'unusable', reason: `the event is ${jsonType(event)}, not an object` };
}

/**
 * The hits of a request to a collector of today: the one in the query, or one an event of a POST body. A parameter in
 * the query of a POST goes before that of every event, so the pairs of the query stand before those of each.
 */
export function tp2Hits(request: RawRequest): Hits {
  const query = placed(parseQuery(request.query), 'query');
  const batch = request.method.toUpperCase() === 'POST' ? readBatch(request.body) : undefined;
  if (batch === undefined) return { transport: 'single', beside: [], hits: [{ kind: 'pairs', pairs: query }] };
  const carrier = {
    transport: 'batch' as const,
    beside: query,
    ...(batch.schema === undefined ? {} : { schema: batch.schema }),
  };
  if (batch.kind === 'malformed') return { ...carrier, hits: [], unreadable: batch.reason };
  const hits = batch.entries.map((entry): Hit => {
    if (entry.kind === 'unusable') return entry;
    return { kind: 'pairs', pairs: query.concat(placed(entry.pairs, 'batch')) };
  });
  return { ...carrier, hits };
}
