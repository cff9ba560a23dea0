/** Bulk request bodies: `{"requests": ["?idsite=1…", "http://…/piwik.php?idsite=1…", {"idsite": 1, …}], "token_auth": "…"}`. */
import { isObject, jsonType, type ObjectPair, objectPairs, parseJson } from './json.ts';
import { parseQuery } from './query.ts';

export type BulkEntry =
  /** `unmarked` when it is a text without a question mark: some servers drop such an entry. */
  { kind: 'pairs'; pairs: ObjectPair[]; unmarked?: true } | { kind: 'unusable'; reason: string };

export type Bulk = { kind: 'bulk'; token?: string; entries: BulkEntry[] } | { kind: 'malformed'; reason: string };

const utf8 = new TextDecoder('utf-8');
const mark = /^\s*\{.*["']requests["']/s;
const lineBreaks = /[\n\r\0]/g;

/**
 * Reads a body as a bulk request; undefined when it is none. Never throws.
 *
 * A body that begins an object and holds the quoted word `requests` counts as bulk, whatever its method and content
 * type (ledger piwik.bulk-recognition); line breaks inside the JSON are dropped, since `curl --data` may leave some
 * in strings.
 */
export function readBulk(body: Uint8Array): Bulk | undefined {
  if (body.length === 0) return undefined;
  const text = utf8.decode(body);
  if (!mark.test(text)) return undefined;
  const document = parseJson(text.trim().replace(lineBreaks, ''));
  if (document === undefined) return { kind: 'malformed', reason: 'the body is no JSON document' };
  if (!isObject(document)) return { kind: 'malformed', reason: `the body is ${jsonType(document)}, not an object` };
  const requests = document.requests;
  if (!Array.isArray(requests)) {
    return { kind: 'malformed', reason: `"requests" is ${jsonType(requests)}, not an array` };
  }
  const token = document.token_auth;
  const entries = requests.map(readEntry);
  return typeof token === 'string' ? { kind: 'bulk', token, entries } : { kind: 'bulk', entries };
}

function readEntry(entry: unknown): BulkEntry {
  if (typeof entry === 'string') return readText(entry);
  if (isObject(entry)) return { kind: 'pairs', pairs: objectPairs(entry) };
  return { kind: 'unusable', reason: `the entry is ${jsonType(entry)}, not a string or an object` };
}

/** A query, with or without `?`, or a whole URL (ledger piwik.bulk-without-question-mark). */
function readText(entry: string): BulkEntry {
  const mark = entry.indexOf('?');
  if (mark < 0 && !entry.includes('=')) return { kind: 'unusable', reason: 'the entry holds no query' };
  const fragment = mark < 0 ? -1 : entry.indexOf('#', mark);
  const pairs = parseQuery(entry.slice(mark + 1, fragment < 0 ? undefined : fragment));
  return mark < 0 ? { kind: 'pairs', pairs, unmarked: true } : { kind: 'pairs', pairs };
}
