/** Rule page-url: which address an action is stored with. */
import { rememberingOf } from '../memory.ts';
import type { PiwikOptions, Site } from '../settings/settings.ts';
import { cutBytes, trimmed } from './forms/text.ts';
import {
  looksLikeWebAddress,
  parseWebAddress,
  queryPairs,
  type WebAddress,
  webAddressText,
  withoutMatrix,
} from './web-address.ts';

/** Parameters of a page's own query that say nothing about the page (Piwik 2.0.3, section 3.8). */
const sessionParameters = [
  'gclid',
  'fb_xd_fragment',
  'fb_comment_id',
  'phpsessid',
  'jsessionid',
  'sessionid',
  'aspsessionid',
  'doing_wp_cron',
];

/**
 * The address without fragment and excluded parameters, its host in lower case; undefined when the text is no
 * address of a page.
 */
export function pageUrl(text: string, site: Site, options: PiwikOptions): string | undefined {
  const line = cutBytes(trimmed(text), options.page_maximum_length).replace(controls, '_');
  const address = parseWebAddress(withoutMatrix(line));
  if (address === undefined) return undefined;
  const keepFragment = site.keepUrlFragment || options.keep_url_fragment;
  const kept: WebAddress = {
    ...address,
    host: address.host.toLowerCase(),
    fragment: keepFragment ? address.fragment?.replace(/#+$/, '') : undefined,
  };
  const cleaned = webAddressText(withoutExcluded(kept, excludedParameters(site, options)));
  return looksLikeWebAddress(cleaned) ? cleaned : undefined;
}

/** Control characters are no part of an address; an underscore takes their place, as in Piwik. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const controls = /[\x00-\x1f\x7f]/g;

/** Prefixes that are kept apart from the name, so that all spellings of a page share one action type. */
const prefixes: readonly { prefix: string; number: number }[] = [
  { prefix: 'http://www.', number: 1 },
  { prefix: 'http://', number: 0 },
  { prefix: 'https://www.', number: 3 },
  { prefix: 'https://', number: 2 },
];

/** The address without its prefix, and `url_prefix`: null when it has none of the known ones. */
export function splitPrefix(address: string): { name: string; prefix: number | null } {
  for (const { prefix, number } of prefixes) {
    if (address.startsWith(prefix)) return { name: address.slice(prefix.length), prefix: number };
  }
  return { name: address, prefix: null };
}

function withoutExcluded(address: WebAddress, excluded: ReadonlySet<string>): WebAddress {
  const { query, fragment } = address;
  if (query) return { ...address, query: filtered(query, excluded) };
  return fragment?.includes('=') ? { ...address, fragment: filtered(fragment, excluded) } : address;
}

/** Undefined when nothing is left. A pair without a name says nothing. */
function filtered(query: string, excluded: ReadonlySet<string>): string | undefined {
  const kept = queryPairs(query).filter(({ name }) => name !== '' && !excluded.has(name.toLowerCase()));
  if (kept.length === 0) return undefined;
  return kept.map(({ name, value }) => (value === undefined ? name : `${name}=${value}`)).join('&');
}

function excludedParameters(site: Site, options: PiwikOptions): ReadonlySet<string> {
  return excludedOf(options)(site);
}

const excludedOf = rememberingOf((options: PiwikOptions) =>
  rememberingOf((site: Site) => {
    const names = [
      ...site.excludedParameters,
      ...options.excluded_query_parameters,
      ...sessionParameters,
      ...options.campaign_var_name,
      ...options.campaign_keyword_var_name,
    ];
    return new Set(names.map((name) => name.toLowerCase()));
  }),
);
