/** The request target to path and query, as raw text. */

export interface Target {
  path: string;
  query: string;
}

const authority = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i;

/**
 * Splits a request target, which is ASCII: Node answers raw blanks and other characters with 400. The WHATWG parser is
 * not used: it would read `//piwik.php` as a host, and rewrite what must be kept as sent. An absolute target loses its
 * scheme and host, a fragment is dropped.
 */
export function readTarget(target: string): Target {
  const local = target.startsWith('/') ? target : target.replace(authority, '');
  const hash = local.indexOf('#');
  const whole = hash < 0 ? local : local.slice(0, hash);
  const mark = whole.indexOf('?');
  return mark < 0 ? { path: whole, query: '' } : { path: whole.slice(0, mark), query: whole.slice(mark + 1) };
}

const beyondAscii = /[\x80-\xff]/;
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function isBeyondAscii(text: string): boolean {
  return beyondAscii.test(text);
}

/** Node hands over bytes as Latin-1. A header is UTF-8 when its bytes are, else Latin-1 as of old. */
export function headerText(latin1: string): string {
  if (!beyondAscii.test(latin1)) return latin1;
  try {
    return strict.decode(Buffer.from(latin1, 'latin1'));
  } catch {
    return latin1;
  }
}
