/** An address in parts, each exactly as it was written. */

export interface UrlParts {
  scheme: string | null;
  host: string | null;
  port: number;
  path: string | null;
  query: string | null;
  fragment: string | null;
}

/** RFC 3986, appendix B. Any text is of this form, with empty parts at the least; so it is of the next one. */
const generic = /(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?/s;
/** Host and port; what follows a host and is no port is passed over. */
const place = /(\[[^\]]*\]|[^:]*)(?::(\d{0,9}))?/;

type Match = readonly (string | undefined)[];
/** Of an address that names none, whatever its scheme. */
const defaultPort = 80;

/**
 * Takes an address apart. The WHATWG parser is not used: it lower-cases hosts, drops default ports, resolves dot
 * segments and escapes anew, and the columns must hold what was sent. An authority without a host leaves it null.
 */
export function urlParts(url: string): UrlParts {
  const [, scheme, authority, path, query, fragment] = generic.exec(url) as Match;
  const [, host, port] = place.exec(withoutUser(authority ?? '')) as Match;
  return {
    scheme: scheme ?? null,
    host: host || null,
    port: port ? Number(port) : defaultPort,
    path: path || null,
    query: query || null,
    fragment: fragment || null,
  };
}

function withoutUser(authority: string): string {
  return authority.slice(authority.lastIndexOf('@') + 1);
}
