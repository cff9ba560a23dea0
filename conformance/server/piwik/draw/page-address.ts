/** Where a page lies, drawn as parts that are joined and never taken apart. */
import fc, { type Arbitrary } from 'fast-check';
import { facts, type RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import type { Identity } from '../../model.ts';

export interface PageAddress {
  /** Value class of the wire form `page-url`. */
  class: string;
  scheme: 'http' | 'https';
  www: boolean;
  port?: number;
  /** Behind the page's own path segment. */
  path: readonly string[];
  query: readonly (readonly [name: string, value: string])[];
  fragment?: string;
}

const plain: PageAddress = { class: 'ordinary', scheme: 'http', www: false, path: [], query: [] };

const word = fc.string({ unit: fc.constantFrom(...'abcXYZ019-_'), minLength: 1, maxLength: 8 });
const path = fc.array(word, { maxLength: 3 });
const query = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'page', 'id'), word), { minLength: 1, maxLength: 3 });

function of(name: string, drawn: Arbitrary<Partial<PageAddress>>): Arbitrary<PageAddress> {
  return fc.tuple(path, drawn).map(([segments, rest]) => ({ ...plain, path: segments, ...rest, class: name }));
}

/** Pages of every class the wire form knows; shrinks to a bare `http` one. */
export const pageAddress: Arbitrary<PageAddress> = fc.oneof(
  { withCrossShrink: true },
  { weight: 4, arbitrary: of('ordinary', fc.constant({})) },
  { weight: 2, arbitrary: of('query', fc.record({ query })) },
  { weight: 1, arbitrary: of('https', fc.record({ scheme: fc.constant('https'), www: fc.boolean() })) },
  { weight: 1, arbitrary: of('www', fc.constant({ www: true })) },
  { weight: 1, arbitrary: of('unicode', fc.record({ path: fc.tuple(word.map((text) => `${text}é`)) })) },
  { weight: 1, arbitrary: of('fragment', fc.record({ fragment: word })) },
  { weight: 1, arbitrary: of('port', fc.record({ port: fc.integer({ min: 1024, max: 65_535 }) })) },
);

export interface Address {
  url: string;
  /** The URL without scheme, `www.` and fragment: the name of its action type. */
  name: string;
  /** 0 `http://`, 1 `http://www.`, 2 `https://`, 3 `https://www.`. */
  prefix: number;
  requirement: RequirementId;
}

/** The page of a slot at that address. */
export function addressOf(drawn: PageAddress, slot: number, identity: Identity): Address {
  const [host = '', own = ''] = identity.url(slot).replace('http://', '').split('/');
  const port = drawn.port === undefined ? '' : `:${drawn.port}`;
  const pairs = drawn.query.map(([name, value], index) => `${name}${index}=${value}`).join('&');
  const name = [`${host}${port}`, own, ...drawn.path].join('/') + (pairs === '' ? '' : `?${pairs}`);
  const fragment = drawn.fragment === undefined ? '' : `#${drawn.fragment}`;
  const levels: Readonly<Record<string, string>> = facts.wireForms['page-url']?.valueClasses ?? {};
  return {
    url: `${drawn.scheme}://${drawn.www ? 'www.' : ''}${name}${fragment}`,
    name,
    prefix: (drawn.scheme === 'https' ? 2 : 0) + (drawn.www ? 1 : 0),
    requirement: levels[drawn.class] === 'MUST' ? 'piwik.url.stored' : 'piwik.url.wide',
  };
}
