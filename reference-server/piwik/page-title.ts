/** Rule page-title: the title of a page, its categories before slashes. */
import type { PiwikOptions } from '../settings/settings.ts';
import { cutBytes, trimmed } from './forms/text.ts';

/** `Help / Feedback` is `Help/Feedback`; empty parts are dropped. Empty when nothing is left. */
export function pageTitle(text: string | undefined, options: PiwikOptions): string | undefined {
  if (text === undefined) return undefined;
  const delimiter = options.action_url_category_delimiter;
  const parts = delimiter === '' ? [text] : text.split(delimiter);
  const kept = parts.map(trimmed).filter((part) => part !== '');
  return cutBytes(kept.join(delimiter), options.page_maximum_length);
}
