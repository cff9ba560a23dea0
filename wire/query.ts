/**
 * Raw query text to name and value pairs.
 *
 * `URLSearchParams` is not used: it cannot tell a bad escape from a good one, nor `a` from `a=`, and a judge of
 * requests must.
 */
import { fromEscapes, toLatin1 } from './latin1.ts';

/** One `name=value` of a query or form body, in the order in which it came. */
export interface Pair {
  name: string;
  value: string;
  /** False when there was no `=`. */
  assigned: boolean;
  /** False when an escape was broken or its bytes were no UTF-8; the text then keeps what could not be decoded. */
  wellFormed: boolean;
  /** The value read as Latin-1, when its bytes were no UTF-8: clients with old pages send such. */
  latin1?: string;
}

/** Splits at `&`, decodes `+` and `%XX`; empty segments are no pairs. Never throws. */
export function parseQuery(raw: string): Pair[] {
  const pairs: Pair[] = [];
  for (const segment of raw.split('&')) {
    if (segment !== '') pairs.push(parsePair(segment));
  }
  return pairs;
}

/** Most pairs hold nothing encoded; looked at once and not by name and value, they cost half. */
const encoded = /[%+]/;

function parsePair(segment: string): Pair {
  const equals = segment.indexOf('=');
  if (equals >= 0 && !encoded.test(segment)) {
    return { name: segment.slice(0, equals), value: segment.slice(equals + 1), assigned: true, wellFormed: true };
  }
  if (equals < 0) {
    const name = decode(segment);
    return { name: name.text, value: '', assigned: false, wellFormed: name.wellFormed };
  }
  const name = decode(segment.slice(0, equals));
  const value = decode(segment.slice(equals + 1));
  const pair = { name: name.text, value: value.text, assigned: true, wellFormed: name.wellFormed && value.wellFormed };
  return value.latin1 === undefined ? pair : { ...pair, latin1: value.latin1 };
}

export interface Decoded {
  text: string;
  wellFormed: boolean;
  latin1?: string;
}

/** Decodes one name or value; characters beyond ASCII are taken as the text they are. Never throws. */
export function decode(raw: string): Decoded {
  const spaced = raw.includes('+') ? raw.replaceAll('+', ' ') : raw;
  if (!spaced.includes('%')) return { text: spaced, wellFormed: true };
  try {
    return { text: decodeURIComponent(spaced), wellFormed: true };
  } catch {
    return decodeLeniently(spaced);
  }
}

const escapes = /(?:%[0-9A-Fa-f]{2})+/g;
// A byte order mark is kept, as decodeURIComponent keeps it.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
const strictUtf8 = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

function decodeLeniently(raw: string): Decoded {
  let isUtf8 = true;
  const text = replaceEscapes(raw, (bytes) => {
    try {
      return strictUtf8.decode(bytes);
    } catch {
      isUtf8 = false;
      return utf8.decode(bytes);
    }
  });
  if (isUtf8) return { text, wellFormed: false };
  return { text, wellFormed: false, latin1: replaceEscapes(raw, toLatin1) };
}

function replaceEscapes(raw: string, decoded: (bytes: Uint8Array) => string): string {
  return raw.replace(escapes, (run) => decoded(fromEscapes(run)));
}
