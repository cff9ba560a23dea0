import type { Facts } from '../../generated/model.ts';
import { type Hits, piwikHits, snowplowHits } from '../../wire/hits.ts';
import type { RawRequest } from '../../wire/request.ts';
import { tp2Hits } from '../../wire/tp2.ts';

/**
 * The hits of a request as the versions it may speak read it. Where several are possible they read it alike: only POST
 * requests are read differently, and a version that takes none is no candidate then.
 *
 * @param candidates at least one
 */
export function hitsOf(candidates: readonly Facts[], request: RawRequest): Hits {
  if (candidates[0]?.protocol === 'piwik') return piwikHits(request);
  return candidates.some(takesBatches) ? tp2Hits(request) : snowplowHits(request);
}

function takesBatches({ routes }: Facts): boolean {
  return routes.some(({ bodies }) => bodies.includes('payload-data'));
}
