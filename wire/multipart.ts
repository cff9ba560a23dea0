/**
 * Fields of a `multipart/form-data` body.
 *
 * Read here and not by a library, because the known ones read streams, and a hit is read in one go.
 */
import { fromLatin1, toLatin1 } from './latin1.ts';
import type { Pair } from './query.ts';

const boundaryOf = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i;
const nameOf = /^content-disposition:.*;\s*name="([^"]*)"/im;
const fileMark = /^content-disposition:.*;\s*filename=/im;
const utf8 = new TextDecoder('utf-8');

/** The text fields in their order; files are no parameters. Undefined when the type is another or names no boundary. */
export function multipartPairs(contentType: string, body: Uint8Array): Pair[] | undefined {
  if (!/^\s*multipart\/form-data\b/i.test(contentType)) return undefined;
  const match = boundaryOf.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined) return undefined;
  // Latin-1 keeps every byte as one character, so that text can be cut and turned back into bytes.
  const parts = `\r\n${toLatin1(body)}`.split(`\r\n--${boundary}`).slice(1, -1);
  return parts.map(readPart).filter((pair) => pair !== undefined);
}

function readPart(part: string): Pair | undefined {
  const end = part.indexOf('\r\n\r\n');
  const head = part.slice(0, end);
  const name = nameOf.exec(head)?.[1];
  if (end < 0 || name === undefined || fileMark.test(head)) return undefined;
  const value = part.slice(end + 4);
  return { name: decoded(name), value: decoded(value), assigned: true, wellFormed: true };
}

function decoded(latin1: string): string {
  return utf8.decode(fromLatin1(latin1));
}
