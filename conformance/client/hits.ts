import type { ProtocolName } from '../../generated/model.ts';
import { piwikHits, snowplowHits } from '../../wire/hits.ts';
import type { Pair } from '../../wire/query.ts';
import type { RawRequest } from '../../wire/request.ts';

/** The hits a request carries, each as its pairs in the order sent. */
export function hitsOf(protocol: ProtocolName, request: RawRequest): readonly (readonly Pair[])[] {
  const hits = protocol === 'piwik' ? piwikHits(request) : snowplowHits(request);
  return hits.map((hit) => hit.pairs).filter((pairs) => pairs.length > 0);
}
