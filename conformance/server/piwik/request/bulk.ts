/** Several hits in one request: a JSON object with a list of them and the token. */
import type { ExpectedAnswer, OutgoingRequest } from '../../model.ts';
import { type Hit, queryOf } from './hit.ts';

/** How an entry is written. */
export type EntryForm = 'query' | 'url' | 'object';
export type Entry = string | Readonly<Record<string, string>>;

/** A hit as an entry; its headers do not come along. */
export function entryOf({ pairs }: Hit, form: EntryForm): Entry {
  if (form === 'query') return `?${queryOf(pairs)}`;
  if (form === 'url') return `http://tracker.beaconform.invalid/piwik.php?${queryOf(pairs)}`;
  return Object.fromEntries(pairs.map(([name, wire]) => [name, decodeURIComponent(wire.replaceAll('+', ' '))]));
}

export interface BulkOptions {
  /** Sent in the body; none when undefined. */
  token: string | undefined;
  headers?: Readonly<Record<string, string>>;
  answer?: readonly ExpectedAnswer[];
}

export function bulk(entries: readonly Entry[], { token, headers, answer }: BulkOptions): OutgoingRequest {
  return {
    method: 'POST',
    query: '',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ requests: entries, ...(token === undefined ? {} : { token_auth: token }) }),
    ...(answer === undefined ? {} : { answer }),
  };
}

/** The hit without its own token: the one of the body counts. */
export function withoutToken(hit: Hit): Hit {
  return { ...hit, pairs: hit.pairs.filter(([name]) => name !== 'token_auth') };
}
