/** One HTTP request to the hits it carries. */
import { readBulk } from './bulk.ts';
import type { ObjectPair } from './json.ts';
import { multipartPairs } from './multipart.ts';
import { type Pair, parseQuery } from './query.ts';
import type { RawRequest } from './request.ts';

/** Where a pair was written: the URL, a form body, an entry of a bulk body, or an event of a batch. */
export type Place = 'query' | 'form' | 'bulk' | 'batch';

export interface PlacedPair extends ObjectPair {
  place: Place;
}

export type Hit = { kind: 'pairs'; pairs: PlacedPair[]; unmarked?: true } | { kind: 'unusable'; reason: string };

/** The hits of one request; `unreadable` says why a bulk body or a batch carries none. */
export interface Hits {
  transport: 'single' | 'bulk' | 'batch';
  /** The pairs beside the hits of a bulk request or batch, such as `queuedtracking=0`; empty for a single request. */
  beside: PlacedPair[];
  /** `token_auth` of a bulk body. */
  token?: string;
  /** The schema that a batch names. */
  schema?: string;
  hits: Hit[];
  unreadable?: string;
}

/** A Piwik request carries one hit (query, then form body), or as many as its bulk body has entries. */
export function piwikHits(request: RawRequest): Hits {
  const query = placed(parseQuery(request.query), 'query');
  const bulk = readBulk(request.body);
  if (bulk === undefined) {
    const form = placed(formPairs(request), 'form');
    const pairs = form.length === 0 ? query : query.concat(form);
    return { transport: 'single', beside: [], hits: [{ kind: 'pairs', pairs }] };
  }
  const beside = query.concat(placed(formPairs(request), 'form'));
  if (bulk.kind === 'malformed') return { transport: 'bulk', beside, hits: [], unreadable: bulk.reason };
  const hits = bulk.entries.map((entry): Hit => {
    return entry.kind === 'unusable' ? entry : { ...entry, pairs: placed(entry.pairs, 'bulk') };
  });
  return bulk.token === undefined
    ? { transport: 'bulk', beside, hits }
    : { transport: 'bulk', beside, token: bulk.token, hits };
}

/** A Snowplow request of the protocol of 2014 carries one hit, in its query only. */
export function snowplowHits(request: RawRequest): Hits {
  const pairs = placed(parseQuery(request.query), 'query');
  return { transport: 'single', beside: [], hits: [{ kind: 'pairs', pairs }] };
}

const utf8 = new TextDecoder('utf-8');

function formPairs(request: RawRequest): Pair[] {
  if (request.body.length === 0) return [];
  const type = request.headers['content-type'] ?? '';
  if (/^\s*application\/x-www-form-urlencoded\b/i.test(type)) return parseQuery(utf8.decode(request.body));
  return multipartPairs(type, request.body) ?? [];
}

/** Marks the pairs themselves: nobody else holds them, and a busy server would feel the copies. */
/** The pairs with the place where they stood. */
export function placed(pairs: readonly ObjectPair[], place: Place): PlacedPair[] {
  const marked = pairs as PlacedPair[];
  for (const pair of marked) pair.place = place;
  return marked;
}
