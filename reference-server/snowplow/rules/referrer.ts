import { parseQuery } from '../../../wire/query.ts';
import type { EventRule } from '../event.ts';
import { cleanText } from '../forms/text.ts';
import { findSite } from '../referring-sites.ts';
import { splitAddress } from './page-url.ts';

/** The address that led to the page, whole, in parts, and what kind of site it is. */
export const referrer: EventRule = (event) => {
  const { row } = event;
  splitAddress(event, 'page_referrer', 'refr_url');
  if (typeof row.page_referrer !== 'string') return;
  const host = String(row.refr_urlhost);
  if (host === row.page_urlhost) row.refr_medium = 'internal';
  else {
    const site = findSite(host);
    row.refr_medium = site?.medium ?? 'unknown';
    row.refr_source = site?.source ?? null;
    row.refr_term = site === undefined ? null : termOf(String(row.refr_urlquery), site.parameters);
  }
};

function termOf(query: string, parameters: readonly string[]): string | null {
  const term = parseQuery(query).find(({ name }) => parameters.includes(name));
  return term === undefined ? null : cleanText(term.value);
}
