/** Rule referrer: what led the visitor to the first action of a visit. */
import type { Site } from '../settings/settings.ts';
import { addressText } from './action-address.ts';
import { adWordsCampaign, campaignOf } from './campaign.ts';
import { cutCharacters } from './forms/text.ts';
import type { Hit, Tracking } from './hit.ts';
import { looksLikeWebAddress, parseWebAddress, type WebAddress } from './web-address.ts';

/** Numbers of `referer_type`. */
export const referrerTypes = { direct: 1, searchEngine: 2, website: 3, campaign: 6 } as const;

export interface Referrer {
  referer_type: number;
  referer_name: string;
  referer_keyword: string;
}

const longestName = 70;
const longestKeyword = 255;
const direct: Referrer = { referer_type: referrerTypes.direct, referer_name: '', referer_keyword: '' };

/** A campaign in the page's own address wins over everything that `urlref` says (Piwik 2.0.3, section 3.7). */
export function visitReferrer(tracking: Tracking, hit: Hit): Referrer & { referer_url: string } {
  const text = String(hit.parameters.text('urlref'));
  const url = looksLikeWebAddress(text) ? text : '';
  const referrer = parseWebAddress(url);
  const found =
    tracking.parts.campaignReferrer(tracking, hit, referrer) ?? tracking.parts.siteReferrer(tracking, hit, referrer);
  return { ...cut(found), referer_url: url };
}

/** The campaign of the landing page, or of the advertisement that led to it. */
export function campaignReferrer(tracking: Tracking, hit: Hit, referrer?: WebAddress): Referrer | undefined {
  const campaign = campaignOf(addressText(hit), tracking.settings.piwik) ?? adWordsCampaign(referrer);
  if (campaign === undefined) return undefined;
  const keyword = campaign.keyword === '' ? campaignKeyword(tracking, referrer) : campaign.keyword;
  return {
    referer_type: referrerTypes.campaign,
    referer_name: campaign.name.toLowerCase(),
    referer_keyword: keyword.toLowerCase(),
  };
}

/** The site itself, a search engine, another site, or nothing. */
export function siteReferrer(tracking: Tracking, hit: Hit, referrer?: WebAddress): Referrer {
  if (referrer === undefined || isOwnHost(hit.site, addressText(hit), referrer.host)) return direct;
  return outsideReferrer(tracking, referrer);
}

/** A referrer known to lie outside the site. */
export function outsideReferrer({ parts, extension }: Tracking, referrer: WebAddress): Referrer {
  const search = parts.searchEngine(referrer, extension.searchEngines);
  if (search !== undefined) {
    const { name, keyword } = search;
    return { referer_type: referrerTypes.searchEngine, referer_name: name, referer_keyword: keyword };
  }
  return { referer_type: referrerTypes.website, referer_name: referrer.host.toLowerCase(), referer_keyword: '' };
}

export function cut(referrer: Referrer): Referrer {
  return {
    referer_type: referrer.referer_type,
    referer_name: cutCharacters(referrer.referer_name, longestName),
    referer_keyword: cutCharacters(referrer.referer_keyword, longestKeyword),
  };
}

/** Without a keyword of its own a campaign has the one that was searched for, else the place it was shown on. */
function campaignKeyword({ parts, extension }: Tracking, referrer: WebAddress | undefined): string {
  if (referrer === undefined) return '';
  const shown = adWordsCampaign(referrer)?.shownOn;
  return (
    parts.searchEngine(referrer, extension.searchEngines)?.keyword ??
    (shown === undefined ? referrer.host : `(adwords) ${shown}`)
  );
}

function isOwnHost(site: Site, pageAddress: string, host: string): boolean {
  return [pageAddress, ...site.urls].some((address) => bare(`${parseWebAddress(address)?.host}`) === bare(host));
}

function bare(host: string): string {
  return host.toLowerCase().replaceAll('www.', '');
}
