/** Rule conversion, attribution: which referrer a conversion is credited to. */
import type { StoredRow } from '../storage/store.ts';
import { sqlDate, storable } from './forms/date-time.ts';
import { trimmed } from './forms/text.ts';
import type { Hit, Tracking } from './hit.ts';
import { cut, type Referrer, referrerTypes } from './referrer.ts';
import { parseWebAddress, unescaped } from './web-address.ts';

export type Attribution = Referrer & { referer_visit_server_date: string };

/**
 * The campaign the visit began with, unless the client names another; else `_rcn` and `_rck`, else a search engine
 * or website in `_ref`, else the referrer of the visit on the day it began (Piwik 2.0.3, section 4.6).
 */
export function attribution(tracking: Tracking, hit: Hit, visit: StoredRow): Attribution {
  const campaign = unescapedText(hit, '_rcn');
  const ofVisit: Attribution = {
    referer_type: Number(visit.referer_type),
    referer_name: String(visit.referer_name),
    referer_keyword: String(visit.referer_keyword),
    referer_visit_server_date: String(visit.visit_first_action_time).slice(0, 10),
  };
  if (campaign === undefined && ofVisit.referer_type === referrerTypes.campaign) return ofVisit;
  const named = campaign === undefined ? tracking.parts.namedReferrer(tracking, hit) : namedCampaign(hit, campaign);
  if (named === undefined) return ofVisit;
  return { ...cut(named), referer_visit_server_date: sqlDate(referralTime(hit)) };
}

function namedCampaign(hit: Hit, name: string): Referrer {
  return {
    referer_type: referrerTypes.campaign,
    referer_name: name,
    referer_keyword: unescapedText(hit, '_rck') ?? '',
  };
}

/** `_ref`, when it lies outside the site; the site itself is no referrer. */
export function namedReferrer(tracking: Tracking, hit: Hit): Referrer | undefined {
  const address = parseWebAddress(hit.parameters.text('_ref') ?? '');
  const referrer = tracking.parts.siteReferrer(tracking, hit, address);
  return referrer.referer_type === referrerTypes.direct ? undefined : referrer;
}

/** `_refts`; the first day of 1970 when it is missing, as servers of the time stored it. */
function referralTime(hit: Hit): number {
  return storable(hit.parameters.integer('_refts') ?? 0);
}

/** Clients of the time escaped these texts twice. */
function unescapedText(hit: Hit, name: string): string | undefined {
  const text = trimmed(unescaped(hit.parameters.text(name) ?? ''));
  return text === '' ? undefined : text;
}
