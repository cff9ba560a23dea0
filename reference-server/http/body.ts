/** Request bodies, read whole and bounded. */
import type { IncomingMessage } from 'node:http';
import { BadRequest } from './answers.ts';

const none = new Uint8Array();

/** True when the head announces no body, so that nothing need be awaited. */
export function isBodiless(request: IncomingMessage): boolean {
  const { 'content-length': length, 'transfer-encoding': coding } = request.headers;
  return coding === undefined && (length === undefined || Number(length) === 0);
}

/** Throws {@link BadRequest} 413 when the body is longer than `limit` bytes, at the latest when the surplus arrives. */
export function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array> {
  if (isBodiless(request)) return Promise.resolve(none);
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const tooLong = () => reject(new BadRequest(413, `the body is longer than the ${limit} bytes this server reads`));
  if (Number(request.headers['content-length'] ?? 0) > limit) tooLong();
  else {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) chunks.push(chunk);
      else tooLong();
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  }
  return promise;
}
