import type { StoredValue } from '../../model.ts';
import type { Row } from '../reader.ts';
import { spacedTime } from './good-row.ts';
import { sentencesOf } from './sentences.ts';

/** What Micro keeps of a request that it could not make an event of; one part or the other may be null. */
export interface BadEvent {
  collectorPayload?: { querystring?: unknown; context?: Context | null } | null;
  rawEvent?: { parameters?: Readonly<Record<string, unknown>> | null; context?: Context | null } | null;
  errors?: unknown;
}

interface Context {
  timestamp?: string | null;
}

/**
 * A bad event of Micro as a row of `bad`. Micro shows the query decoded, so the column holds the
 * {@link queryKey} of it, by which it is compared with a query as it was sent.
 */
export function badRow({ collectorPayload, rawEvent, errors }: BadEvent): Row {
  const received = collectorPayload?.context?.timestamp ?? rawEvent?.context?.timestamp ?? null;
  return {
    received_tstamp: received === null ? null : spacedTime(received),
    querystring: keyOf(pairsOf(collectorPayload?.querystring) ?? Object.entries(rawEvent?.parameters ?? {})),
    errors: JSON.stringify(sentencesOf(Array.isArray(errors) ? errors.map(String) : [])),
  };
}

/** One text for all queries that decode to the same parameters; of a repeated name the last counts. */
export function queryKey(query: StoredValue): string {
  return keyOf([...new URLSearchParams(String(query ?? ''))]);
}

function keyOf(pairs: readonly (readonly [string, unknown])[]): string {
  const values = new Map(pairs.map(([name, value]) => [name, String(value ?? '')]));
  return JSON.stringify([...values].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `["e=pv", "p=web"]` as pairs. */
function pairsOf(querystring: unknown): [string, string][] | undefined {
  if (!Array.isArray(querystring)) return undefined;
  return querystring.map((pair) => {
    const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(String(pair)) ?? [];
    return [name, value];
  });
}
