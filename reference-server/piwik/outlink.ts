/** Rule outlink: an address outside the site that the visitor opened. */
import { type Action, actionTypes } from './action.ts';
import type { Hit, Tracking } from './hit.ts';

/** An address that cannot be read is an action without a link to an action type. */
export function outlink({ parts, settings }: Tracking, hit: Hit, text: string): Action {
  const address = parts.pageUrl(text, hit.site, settings.piwik);
  const url = { type: actionTypes.outlink, name: address ?? '', prefix: null };
  return { kind: 'outlink', address, url, name: undefined, value: null, customVariables: {} };
}
