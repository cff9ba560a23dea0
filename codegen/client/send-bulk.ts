import { type Sent, send, type Tracker } from './send.ts';

/** How a tracker answered several hits; what it did not say is undefined. */
export interface BulkSent extends Sent {
  answer: { status?: string; tracked?: number; message?: string };
}

/** Sends several queries as one JSON body. A tracker of another origin must allow a page to send JSON (CORS). */
export async function sendBulk(tracker: Tracker, queries: readonly string[], token?: string): Promise<BulkSent> {
  const requests = queries.map((query) => `?${query}`);
  const body = JSON.stringify(token === undefined ? { requests } : { requests, token_auth: token });
  const headers = { 'content-type': 'application/json' };
  const sent = await send(tracker, String(tracker.url), { method: 'POST', body, headers });
  return { ...sent, answer: readAnswer(sent.body) };
}

/** Old trackers answer plain text when something fails, so a body that is no JSON object is an empty answer. */
function readAnswer(body: Uint8Array): BulkSent['answer'] {
  try {
    const answer: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof answer === 'object' && answer !== null ? answer : {};
  } catch {
    return {};
  }
}
