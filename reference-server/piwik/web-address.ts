/**
 * Addresses of pages, split and joined without any other change.
 *
 * The `URL` class is not used: it would rewrite escapes, dot segments, ports and hosts, and rows must hold the
 * address as the client wrote it.
 */
import { trimmed } from './forms/text.ts';

export interface WebAddress {
  /** Without `://`; empty when the address begins with `://`. */
  scheme: string;
  /** User and password with the `@` behind them, or empty. */
  user: string;
  host: string;
  /** With the `:` before it, or empty. */
  port: string;
  path: string;
  /** Without `?`; undefined when there is none. */
  query: string | undefined;
  /** Without `#`; undefined when there is none. */
  fragment: string | undefined;
}

/** A host may stand in brackets (IPv6); what can be missing without a mark of its own matches nothing. */
const form = /^([^:/?#]*):\/\/([^/?#]*@|)(\[[^/?#]*\]|[^:/?#]+)(:\d*|)(\/[^?#]*|)(?:\?([^#]*))?(?:#(.*))?$/s;
const largestPort = 65535;

type Matched = [whole: string, string, string, string, string, string, string | undefined, string | undefined];

/** The parts, or undefined when the text is no address with a host. */
export function parseWebAddress(text: string): WebAddress | undefined {
  const match = form.exec(text);
  if (match === null) return undefined;
  const [, scheme, user, host, port, path, query, fragment] = match as unknown as Matched;
  return Number(port.slice(1)) > largestPort ? undefined : { scheme, user, host, port, path, query, fragment };
}

export function webAddressText(address: WebAddress): string {
  const { scheme, user, host, port, path, query, fragment } = address;
  const tail = (query === undefined ? '' : `?${query}`) + (fragment === undefined ? '' : `#${fragment}`);
  return `${scheme}://${user}${host}${port}${path}${tail}`;
}

/** `/thing;a=1;b=2?c=3` is `/thing?a=1&b=2&c=3`: parameters behind a semicolon are parameters of the query. */
export function withoutMatrix(text: string): string {
  return text.replace(/^([^?;]*);(.*)/s, (_, before, tail) => `${before}?${tail.replaceAll(/[;?]/g, '&')}`);
}

/** The parts of a page's address as a client wrote it. */
export function pageAddressOf(text: string): WebAddress | undefined {
  return parseWebAddress(withoutMatrix(trimmed(text)));
}

/** True for what can be an address at all: the schemes that servers of the time took, in lower case. */
export function looksLikeWebAddress(text: string): boolean {
  return /^(?:ftp|news|https?)?:\/\/./.test(text);
}

/** Name and value of each pair of a query as written. */
export function queryPairs(query: string): { name: string; value: string | undefined }[] {
  return query.split('&').map((pair) => {
    const equals = pair.indexOf('=');
    return equals < 0
      ? { name: pair, value: undefined }
      : { name: pair.slice(0, equals), value: pair.slice(equals + 1) };
  });
}

/** The pairs of the query, then those of the fragment. */
export function addressPairs({ query, fragment }: WebAddress): ReturnType<typeof queryPairs> {
  return [query, fragment].filter((part) => part !== undefined).flatMap(queryPairs);
}

const escapes = /(?:%[0-9A-Fa-f]{2})+/g;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Decodes escapes and `+`. Bytes that are no UTF-8 are read in the charset of the page, if it names a known one. */
export function unescaped(text: string, charset?: string): string {
  return text.replaceAll('+', ' ').replace(escapes, (run) => {
    const bytes = Buffer.from(run.replaceAll('%', ''), 'hex');
    try {
      return strictUtf8.decode(bytes);
    } catch {
      return decoder(charset).decode(bytes);
    }
  });
}

function decoder(charset: string | undefined): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
