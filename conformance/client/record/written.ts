import type { RecordedRequest } from '../recorded.ts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** One line of a recording, with its line feed; a body that is no UTF-8 is written as Base64. */
export function writtenLine(request: RecordedRequest): string {
  const { time, address, method, path, query, headers, body } = request;
  const moment = time === undefined ? undefined : new Date(time).toISOString();
  return `${JSON.stringify({ time: moment, address, method, path, query, headers, ...writtenBody(body) })}\n`;
}

function writtenBody(body: Uint8Array): { body: string | null } | { bodyBase64: string } {
  if (body.length === 0) return { body: null };
  try {
    return { body: strictUtf8.decode(body) };
  } catch {
    return { bodyBase64: Buffer.from(body).toString('base64') };
  }
}
