import { type Sent, send, type Tracker, withoutAsking } from './send.ts';

/** Sends a query as the form body of a POST request, for hits that are too long for a URL. */
export function sendForm(tracker: Tracker, query: string): Promise<Sent> {
  const address = String(tracker.url);
  const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
  return send(tracker, address, { method: 'POST', body: query, headers, ...withoutAsking(address) });
}
