/** Rule bulk: many hits in one body, tracked in their order. */
import type { Hits, PlacedPair } from '../../wire/hits.ts';
import type { Answer } from '../model.ts';
import { jsonAnswer } from './answer.ts';
import type { Outcome, Tracking } from './hit.ts';

export type BulkBody = Pick<Hits, 'hits'> & { token: string | undefined; unreadable: string | undefined };

/**
 * The token must be sufficient for every site of the batch before anything is tracked. A hit that is refused ends the
 * batch; what was tracked before it stays. `tracked` counts the entries that were not refused, those that are excluded
 * or no requests at all among them (Piwik 2.0.3, sections 5 and 12).
 */
export function trackBulk(
  tracking: Tracking,
  body: BulkBody,
  track: (pairs: readonly PlacedPair[], token: string) => Outcome,
): Answer {
  if (body.unreadable !== undefined) return failed(0, `The bulk request cannot be read: ${body.unreadable}.`);
  const { token } = body;
  if (token === undefined) return failed(0, 'A bulk request needs the property token_auth; add it to the body.');
  const hits = body.hits.map((hit) => (hit.kind === 'unusable' ? [] : hit.pairs));
  const forbidden = forbiddenSite(tracking, hits, token);
  if (forbidden !== undefined) {
    return failed(0, `The token of the bulk request has no administrator's right to site ${forbidden}.`);
  }
  for (const [tracked, pairs] of hits.entries()) {
    if (pairs.length === 0) continue;
    const outcome = track(pairs, token);
    if (outcome.kind === 'refused') return failed(tracked, outcome.authenticated ? outcome.reason : undefined);
  }
  return jsonAnswer({ status: 'success', tracked: hits.length });
}

function failed(tracked: number, message: string | undefined): Answer {
  return jsonAnswer({ status: 'error', tracked, message });
}

/** The first site of the batch that the token does not open; one that is no number is 0, which no site is. */
function forbiddenSite(
  { parts, settings }: Tracking,
  hits: readonly (readonly PlacedPair[])[],
  token: string,
): number | undefined {
  const named = hits
    .filter(({ length }) => length > 0)
    .map((pairs) => pairs.findLast(({ name }) => name === 'idsite')?.value);
  const ids = new Set(named.map((text) => parts.forms.integer(String(text)) ?? 0));
  return [...ids].find((id) => {
    const site = settings.sites.get(id);
    return site === undefined ? !settings.tokens.has(token) : !parts.bulkAllowed(settings, site, token);
  });
}
