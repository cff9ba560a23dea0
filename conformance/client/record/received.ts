import type { IncomingMessage } from 'node:http';
import type { RecordedRequest } from '../recorded.ts';

/** A request as it came in, its target undecoded; bytes beyond ASCII that are UTF-8 become the text they are. */
export function receivedRequest(message: IncomingMessage, body: Uint8Array, now: number): RecordedRequest {
  const target = Buffer.from(message.url ?? '/', 'latin1').toString('utf8');
  const [, path = '', query = ''] = /^(?:[a-z]+:\/\/[^/?]*)?([^?]*)(?:\?(.*))?$/is.exec(target) ?? [];
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return {
    method: message.method ?? 'GET',
    path,
    query,
    headers,
    body,
    address: message.socket.remoteAddress?.replace(/^::ffff:/, ''),
    time: now,
  };
}
