/** Rule bulk: many hits in one body, tracked in their order. */
import type { Hits, PlacedPair } from '../../wire/hits.ts';
import type { Answer } from '../model.ts';
import { jsonAnswer } from './answer.ts';
import type { Outcome, Tracking } from './hit.ts';

export type BulkBody = Pick<Hits, 'hits'> & { token: string | undefined; unreadable: string | undefined };

/**
 * The token must be sufficient for every site of the batch before anything is tracked. A hit that is refused ends the
 * batch; what was tracked before it stays. `tracked` counts the hits that were stored.
 */
export function trackBulk(
  tracking: Tracking,
  body: BulkBody,
  track: (pairs: readonly PlacedPair[], token: string) => Outcome,
): Answer {
  if (body.unreadable !== undefined) return failed(0, `The bulk request cannot be read: ${body.unreadable}.`);
  const { token } = body;
  if (token === undefined) return failed(0, 'A bulk request needs the property token_auth; add it to the body.');
  const forbidden = forbiddenSite(tracking, body, token);
  if (forbidden !== undefined) {
    return failed(0, `The token of the bulk request has no administrator's right to site ${forbidden}.`);
  }
  let tracked = 0;
  for (const hit of body.hits) {
    if (hit.kind === 'unusable' || hit.pairs.length === 0) continue;
    const outcome = track(hit.pairs, token);
    if (outcome.kind === 'refused') return failed(tracked, outcome.authenticated ? outcome.reason : undefined);
    if (outcome.kind === 'stored') tracked += 1;
  }
  return jsonAnswer({ status: 'success', tracked });
}

function failed(tracked: number, message: string | undefined): Answer {
  return jsonAnswer({ status: 'error', tracked, ...(message === undefined ? {} : { message }) });
}

/** The first site of the batch that the token does not open; entries without a site fail when they are tracked. */
function forbiddenSite({ parts, settings }: Tracking, body: BulkBody, token: string): number | undefined {
  const checked = new Set<number>();
  for (const hit of body.hits) {
    if (hit.kind === 'unusable') continue;
    const id = idSite(hit.pairs, parts.forms.integer);
    if (id === undefined || checked.has(id)) continue;
    checked.add(id);
    const site = settings.sites.get(id);
    if (site === undefined ? !settings.tokens.has(token) : !parts.bulkAllowed(settings, site, token)) return id;
  }
  return undefined;
}

function idSite(pairs: readonly PlacedPair[], integer: (text: string) => number | undefined): number | undefined {
  const pair = pairs.findLast(({ name }) => name === 'idsite');
  return pair === undefined ? undefined : integer(pair.value);
}
