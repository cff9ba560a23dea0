/** Rule site-search: a search on the site itself, told by the client or found in the address of the page. */
import type { PiwikOptions, Site } from '../settings/settings.ts';
import { type Action, actionTypes } from './action.ts';
import type { CustomVariables } from './custom-variables.ts';
import { cutBytes, cutCharacters, trimmed } from './forms/text.ts';
import type { Hit, Tracking } from './hit.ts';
import { addressPairs, pageAddressOf, unescaped, type WebAddress } from './web-address.ts';

interface Search {
  keyword: string;
  category: string | undefined;
  /** How many results the visitor was shown; undefined or below 0 when nobody said so. */
  results: number | undefined;
}

/** A search by parameter. Title and address of the page are not stored. */
export function siteSearch(tracking: Tracking, hit: Hit, keyword: string): Action {
  return searchAction(tracking, hit, {
    keyword,
    category: hit.parameters.text('search_cat'),
    results: hit.parameters.integer('search_count'),
  });
}

/** The search that the page's own query or fragment tells of, or undefined when it tells of none. */
export function searchInAddress(tracking: Tracking, hit: Hit, text: string): Action | undefined {
  // Most addresses have no parameters, and need not be taken apart.
  if (!/[?#;]/.test(text)) return undefined;
  const address = pageAddressOf(text);
  if (address === undefined) return undefined;
  const given = ownParameters(address, hit.parameters.text('cs'));
  const keyword = firstGiven(given, keywordParameters(hit.site, tracking.settings.piwik));
  if (keyword === undefined) return undefined;
  const category = firstGiven(given, categoryParameters(hit.site, tracking.settings.piwik));
  const results = hit.parameters.forms.integer(String(given.get('search_count')));
  return searchAction(tracking, hit, { keyword, category, results });
}

function searchAction({ parts, settings }: Tracking, hit: Hit, search: Search): Action {
  const name = cutBytes(trimmed(search.keyword), settings.piwik.page_maximum_length);
  return {
    kind: 'site-search',
    // No goal looks at it.
    address: undefined,
    url: undefined,
    name: { type: actionTypes.siteSearch, name, prefix: null },
    value: parts.generationTime(hit.parameters),
    customVariables: parts.searchColumns(search),
  };
}

/** Category and number of results take the slots 4 and 5 of the page's custom variables (Piwik 2.0.3, section 1c). */
export function searchColumns(search: Search): CustomVariables {
  const columns: CustomVariables = {};
  const category = search.category && trimmed(search.category);
  if (category) {
    columns.custom_var_k4 = '_pk_scat';
    columns.custom_var_v4 = cutCharacters(category, 200);
  }
  if (Number(search.results) >= 0) {
    columns.custom_var_k5 = '_pk_scount';
    columns.custom_var_v5 = String(search.results);
  }
  return columns;
}

/** Names in lower case without `[…]`; of a list the first member counts, of a repeated name the last. */
function ownParameters(address: WebAddress, charset: string | undefined): Map<string, string> {
  const given = new Map<string, string>();
  for (const { name, value } of addressPairs(address)) {
    const [plain, ...list] = name.toLowerCase().split(/\[|%5b/) as [string, ...string[]];
    if (list.length > 0 && given.has(plain)) continue;
    given.set(plain, trimmed(unescaped(value ?? '', charset)));
  }
  return given;
}

function firstGiven(given: ReadonlyMap<string, string>, names: readonly string[]): string | undefined {
  return names.map((name) => given.get(name.toLowerCase())).find(Boolean);
}

function keywordParameters(site: Site, options: PiwikOptions): readonly string[] {
  return site.searchKeywordParameters.length > 0 ? site.searchKeywordParameters : options.search_keyword_parameters;
}

function categoryParameters(site: Site, options: PiwikOptions): readonly string[] {
  return site.searchCategoryParameters.length > 0 ? site.searchCategoryParameters : options.search_category_parameters;
}
