/** Campaigns in the address of the landing page. */
import type { PiwikOptions } from '../settings/settings.ts';
import { trimmed } from './forms/text.ts';
import { addressPairs, pageAddressOf, queryPairs, unescaped, type WebAddress } from './web-address.ts';

export interface Campaign {
  name: string;
  /** Empty when the address holds none. */
  keyword: string;
}

/**
 * Name and keyword by the first parameter of each list that is given; names of parameters are case-sensitive. The
 * fragment is read when the query holds no name with a keyword, and its name then wins.
 */
export function campaignOf(text: string, options: PiwikOptions): Campaign | undefined {
  const address = pageAddressOf(text);
  if (address === undefined) return undefined;
  const inQuery = campaignIn(address.query, options);
  if (inQuery !== undefined && inQuery.keyword !== '') return inQuery;
  return campaignIn(address.fragment, options) ?? inQuery;
}

function campaignIn(query: string | undefined, options: PiwikOptions): Campaign | undefined {
  if (query === undefined) return undefined;
  const given = valuesOf(queryPairs(query));
  const name = firstGiven(given, options.campaign_var_name);
  if (name === undefined) return undefined;
  return { name, keyword: firstGiven(given, options.campaign_keyword_var_name) ?? '' };
}

function valuesOf(pairs: ReturnType<typeof queryPairs>): ReadonlyMap<string, string> {
  return new Map(pairs.map(({ name, value }) => [name, trimmed(unescaped(value ?? ''))]));
}

function firstGiven(given: ReadonlyMap<string, string>, names: readonly string[]): string | undefined {
  return names.map((name) => given.get(name)).find((value) => value !== undefined && value !== '');
}

/** An advertisement of Google's network is a campaign even without parameters; `shownOn` is the site that bore it. */
export function adWordsCampaign(
  referrer: WebAddress | undefined,
): (Campaign & { shownOn: string | undefined }) | undefined {
  if (referrer === undefined || !/googleads|doubleclick/.test(referrer.host)) return undefined;
  const given = valuesOf(addressPairs(referrer));
  const kind = given.get('ad_type');
  return {
    name: kind === undefined || kind === '' ? 'AdWords' : `AdWords (${kind})`,
    keyword: '',
    shownOn: pageAddressOf(given.get('url') ?? '')?.host,
  };
}
