/** Rule request-kinds: one request is one kind of thing, whatever else it carries. */
import type { Site } from '../settings/settings.ts';
import type { Parameters } from './parameters.ts';

export type RequestKind =
  | { kind: 'order'; orderId: string }
  | { kind: 'cart' }
  | { kind: 'goal'; goal: number }
  | { kind: 'download'; address: string }
  | { kind: 'outlink'; address: string }
  | { kind: 'event'; category: string; action: string }
  | { kind: 'site-search'; keyword: string }
  | { kind: 'page-view' };

/**
 * Precedence: ecommerce, goal, download, outlink, event, site search by parameter, page view (Piwik 2.0.3, section
 * 1c). A search found in the page's own address is a page view until its address has been read.
 */
export function requestKind(parameters: Parameters, site: Site): RequestKind {
  const goal = parameters.integer('idgoal') ?? -1;
  if (goal > 0) return { kind: 'goal', goal };
  if (goal === 0) {
    const orderId = parameters.text('ec_id');
    return orderId === undefined ? { kind: 'cart' } : { kind: 'order', orderId };
  }
  const download = parameters.text('download');
  if (download !== undefined) return { kind: 'download', address: download };
  const outlink = parameters.text('link');
  if (outlink !== undefined) return { kind: 'outlink', address: outlink };
  const category = parameters.text('e_c');
  const action = parameters.text('e_a');
  if (category !== undefined && action !== undefined) return { kind: 'event', category, action };
  const keyword = site.siteSearch ? parameters.text('search') : undefined;
  return keyword === undefined ? { kind: 'page-view' } : { kind: 'site-search', keyword };
}
