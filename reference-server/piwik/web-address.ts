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

const form = /^([a-z][a-z0-9+.-]*)?:\/\/(?:([^/?#]*)@)?([^/?#]*?)(:\d*)?(\/[^?#]*)?(?:\?([^#]*))?(?:#(.*))?$/is;
const largestPort = 65535;

/** The parts, or undefined when the text is no address with a host. */
export function parseWebAddress(text: string): WebAddress | undefined {
  const match = form.exec(text);
  if (match === null) return undefined;
  const [, scheme = '', user, host = '', port = '', path = '', query, fragment] = match;
  if (host === '' || Number(port.slice(1)) > largestPort || /:(?!.*\])/.test(host)) return undefined;
  return { scheme, user: user === undefined ? '' : `${user}@`, host, port, path, query, fragment };
}

export function webAddressText(address: WebAddress): string {
  const { scheme, user, host, port, path, query, fragment } = address;
  const tail = (query === undefined ? '' : `?${query}`) + (fragment === undefined ? '' : `#${fragment}`);
  return `${scheme}://${user}${host}${port}${path}${tail}`;
}

/** `/thing;a=1;b=2?c=3` is `/thing?a=1&b=2&c=3`: parameters behind a semicolon are parameters of the query. */
export function withoutMatrix(text: string): string {
  const semicolon = text.indexOf(';');
  const mark = text.indexOf('?');
  if (semicolon < 0 || (mark >= 0 && mark < semicolon)) return text;
  const tail = text.slice(semicolon + 1).replaceAll(/[;?]/g, '&');
  return `${text.slice(0, semicolon)}?${tail}`;
}

/** The parts of a page's address as a client wrote it. */
export function pageAddressOf(text: string): WebAddress | undefined {
  return parseWebAddress(withoutMatrix(trimmed(text)));
}

/** True for what can be an address at all: the schemes that servers of the time took, in lower case. */
export function looksLikeWebAddress(text: string): boolean {
  return /^(?:ftp|news|https?)?:\/\/./.test(text);
}

/** Name and value of each pair of a query, if there is one, as written. */
export function queryPairs(query = ''): { name: string; value: string | undefined }[] {
  return query.split('&').map((pair) => {
    const equals = pair.indexOf('=');
    return equals < 0
      ? { name: pair, value: undefined }
      : { name: pair.slice(0, equals), value: pair.slice(equals + 1) };
  });
}

const escapes = /(?:%[0-9A-Fa-f]{2})+/g;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

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
    return new TextDecoder(charset ?? 'utf-8');
  } catch {
    return new TextDecoder();
  }
}
