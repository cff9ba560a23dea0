/** Rule page-view: a page with its address and title. */
import { type Action, type ActionType, actionTypes } from './action.ts';
import { addressText } from './action-address.ts';
import type { Hit, Tracking } from './hit.ts';

/** A page whose own address holds a keyword is a site search. */
export function pageView(tracking: Tracking, hit: Hit): Action {
  const { parts, settings } = tracking;
  const text = addressText(hit);
  const search = hit.site.siteSearch ? parts.searchInAddress(tracking, hit, text) : undefined;
  if (search !== undefined) return search;
  const title = parts.pageTitle(hit.parameters.text('action_name'), settings.piwik);
  return {
    kind: 'page-view',
    ...pageAddress(tracking, hit, text),
    name: title === undefined ? undefined : { type: actionTypes.pageTitle, name: title, prefix: null },
    value: parts.generationTime(hit.parameters),
    customVariables: {},
  };
}

/** The address after exclusions and the action type it links to. */
export function pageAddress(
  { parts, settings }: Tracking,
  hit: Hit,
  text: string,
): { address: string | undefined; url: ActionType | undefined } {
  const address = parts.pageUrl(text, hit.site, settings.piwik);
  if (address === undefined) return { address, url: undefined };
  const { name, prefix } = parts.splitPrefix(address);
  return { address, url: { type: actionTypes.pageUrl, name, prefix } };
}
