import { type Sent, send, type Tracker, withoutAsking } from './send.ts';

/** Sends a query by GET. In a page the request outlives the page. */
export function sendQuery(tracker: Tracker, query: string): Promise<Sent> {
  const address = String(tracker.url);
  const joined = `${address}${address.includes('?') ? '&' : '?'}${query}`;
  return send(tracker, joined, { method: 'GET', keepalive: true, ...withoutAsking(address) });
}
