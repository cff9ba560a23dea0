import { type Sent, send, type Tracker } from './send.ts';

/**
 * Sends several hits as one JSON body, which `envelope` makes of their list.
 *
 * @param queryOnly parameters that may not stand in a body: trackers refuse the whole batch for one of them
 */
export async function sendBatch(
  tracker: Tracker,
  hits: readonly Readonly<Record<string, string>>[],
  queryOnly: readonly string[],
  envelope: (hits: readonly Readonly<Record<string, string>>[]) => object,
): Promise<Sent> {
  if (hits.length === 0) throw new TypeError('expected at least one hit: trackers refuse an empty batch');
  const stray = queryOnly.find((name) => hits.some((hit) => Object.hasOwn(hit, name)));
  if (stray !== undefined) throw new TypeError(`${stray} is read in a query only: send the hit by GET`);
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return send(tracker, String(tracker.url), { method: 'POST', body: JSON.stringify(envelope(hits)), headers });
}
