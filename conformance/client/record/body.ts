import type { IncomingMessage } from 'node:http';

/** Bytes of a body that are read; servers of today take 1 or 2 MB. */
export const longestBody = 8 * 1024 * 1024;

/** The body of a request; undefined when it is longer than {@link longestBody}, and the rest is not read. */
export async function readBody(message: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longestBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
