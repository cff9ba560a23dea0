/** Search engines: which one an address belongs to, and what was searched for. */
import { trimmed } from './forms/text.ts';
import { addressPairs, unescaped, type WebAddress } from './web-address.ts';

/** One entry of the table; the first that fits counts. */
export interface SearchEngine {
  name: string;
  /** Hosts without `www.`; `*` at the end stands for a country (`com`, `co.uk`), at the beginning for any subdomain. */
  hosts: readonly string[];
  /** The whole path; left out, every path fits. */
  paths?: readonly string[];
  /** Parameters that hold the keyword, in order of preference. */
  keywords: readonly string[];
  /** True when the engine is known to leave the keyword empty. */
  hidden?: boolean;
  /** True when it is a search even without a keyword parameter. */
  always?: boolean;
}

export interface Search {
  name: string;
  /** In lower case; empty when the engine hides it. */
  keyword: string;
}

/** The engine by its table; undefined when the address is none of an engine, or holds no search. */
export function searchIn(address: WebAddress, table: readonly SearchEngine[]): Search | undefined {
  const host = address.host.toLowerCase().replace(/^www\./, '');
  const engines = table.filter((engine) => engine.hosts.some((pattern) => fits(host, pattern)));
  const engine = engines.find(({ paths }) => paths === undefined || paths.includes(address.path));
  if (engine === undefined) return undefined;
  const values = keywordsOf(address, engine);
  const keyword = values.find(Boolean);
  if (keyword) return { name: engine.name, keyword: keyword.toLowerCase() };
  return engine.hidden && (engine.always || values.includes('')) ? { name: engine.name, keyword: '' } : undefined;
}

/** The values of its parameters; undefined stands for one that is missing. */
function keywordsOf(address: WebAddress, engine: SearchEngine): (string | undefined)[] {
  const given = new Map(addressPairs(address).map(({ name, value }) => [name, trimmed(unescaped(value ?? ''))]));
  return engine.keywords.map((name) => given.get(name));
}

const country = /^(?:com|net|org|[a-z]{2}|com?\.[a-z]{2})$/;

function fits(host: string, pattern: string): boolean {
  if (pattern.endsWith('.*')) {
    const base = pattern.slice(0, -1);
    return host.startsWith(base) && country.test(host.slice(base.length));
  }
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}
