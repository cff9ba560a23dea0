/** A URL drawn as its parts, so that nobody has to take one apart to know them. */
import fc, { type Arbitrary } from 'fast-check';
import { textOf, word } from './characters.ts';

/** Each part without the mark that joins it to the others, but for the path, which has its slash. */
export interface UrlParts {
  scheme: 'http' | 'https';
  userinfo?: string;
  host: string;
  port?: number;
  path?: string;
  query?: string;
  fragment?: string;
}

export function joined(parts: UrlParts): string {
  const userinfo = parts.userinfo === undefined ? '' : `${parts.userinfo}@`;
  const port = parts.port === undefined ? '' : `:${parts.port}`;
  const query = parts.query === undefined ? '' : `?${parts.query}`;
  const fragment = parts.fragment === undefined ? '' : `#${parts.fragment}`;
  return `${parts.scheme}://${userinfo}${parts.host}${port}${parts.path ?? ''}${query}${fragment}`;
}

/** Names that belong to nobody; lower case, as servers may lower the case of a host. */
const host = fc
  .tuple(fc.constantFrom('', 'shop.', 'news.'), textOf([...'abcdefghijklm'], 1, 8))
  .map(([sub, name]) => `${sub}${name}.example`);

const segment = textOf([...'abcXYZ019-_.~'], 1, 8).map((text) => text.replaceAll('.', '-'));
const path = fc.array(segment, { minLength: 0, maxLength: 3 }).map((segments) => `/${segments.join('/')}`);

/** Names and values with escapes in them, which a store must keep as they are. No name that means a campaign. */
const pair = fc
  .tuple(
    fc.constantFrom('a', 'b', 'page', 'id', 'x1'),
    fc.oneof(word(1, 6), fc.constantFrom('%20', 'a%26b', '1,2', 'c+d')),
  )
  .map(([name, value]) => `${name}=${value}`);
const query = fc.array(pair, { minLength: 1, maxLength: 3 }).map((pairs) => pairs.join('&'));

const plainUrl = fc.record({ scheme: fc.constantFrom('http', 'https'), host, path });

function withPart<K extends keyof UrlParts>(name: K, values: Arbitrary<UrlParts[K]>): Arbitrary<UrlParts> {
  return fc.tuple(plainUrl, values).map(([parts, value]) => ({ ...parts, [name]: value }));
}

const port = fc.integer({ min: 1024, max: 65_535 });
const ipv6Host = fc.integer({ min: 1, max: 0xffff }).map((group) => `[2001:db8::${group.toString(16)}]`);
const unicodePath = textOf([...'abéßЖ中'], 1, 5).map((text) => `/${text}é`);
const unicodeHost = fc.constantFrom('bücher.example', 'пример.example');
const oddQuery = fc.constantFrom('', 'a', 'a=', '&', 'a=1&&b=2', 'a=b=c', '?', 'a[]=1', "it's");

/** Any of the parts beside scheme and host, each there or not. */
export const mixedParts: Arbitrary<UrlParts> = fc.record(
  {
    scheme: fc.constantFrom('http', 'https'),
    host,
    path,
    port,
    query,
    fragment: textOf([...'abc019-_/?'], 1, 8),
    userinfo: fc.constantFrom('user', 'user:secret'),
  },
  { requiredKeys: ['scheme', 'host'] },
);

/** URLs by the part that makes their class. */
export const urlParts = {
  ordinary: plainUrl,
  query: withPart('query', query),
  fragment: withPart('fragment', textOf([...'abc019-_/?'], 1, 8)),
  port: withPart('port', port),
  'no-path': plainUrl.map((parts): UrlParts => ({ scheme: parts.scheme, host: parts.host })),
  unicode: withPart('path', unicodePath),
  'unicode-host': withPart('host', unicodeHost),
  userinfo: withPart('userinfo', fc.constantFrom('user', 'user:secret')),
  'ipv6-host': withPart('host', ipv6Host),
  'odd-query': withPart('query', oddQuery),
} satisfies Readonly<Record<string, Arbitrary<UrlParts>>>;
