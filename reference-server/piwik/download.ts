/** Rule download: a file the visitor fetched. */
import { type Action, actionTypes } from './action.ts';
import type { Hit, Tracking } from './hit.ts';

/** An address that cannot be read is an action without a link to an action type. */
export function download({ parts, settings }: Tracking, hit: Hit, text: string): Action {
  const address = parts.pageUrl(text, hit.site, settings.piwik);
  const url = { type: actionTypes.download, name: address ?? '', prefix: null };
  return { kind: 'download', address, url, name: undefined, value: null, customVariables: {} };
}
