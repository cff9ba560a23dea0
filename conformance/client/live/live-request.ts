import { piwikHits, snowplowHits } from '../../../wire/hits.ts';
import type { JudgedRequest } from '../finding.ts';
import type { RecordedRequest } from '../recorded.ts';
import type { LiveHit, LiveRequest } from './event.ts';

/** Characters of a value or a body that the page gets. */
const longestShown = 4000;
const secretHeaders = ['authorization', 'proxy-authorization'];

/** A recorded request and its verdict as the page shows them. */
export function liveRequest(request: RecordedRequest, judged: JudgedRequest): LiveRequest {
  const { method, path, headers, body, address = '', time = 0 } = request;
  return {
    id: judged.index,
    time: new Date(time).toISOString(),
    address,
    method,
    path,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, secretHeaders.includes(name) ? hidden : value]),
    ),
    hits: hitsOf(request, judged),
    body: withoutTokens(new TextDecoder().decode(body)).slice(0, longestShown),
    judged,
  };
}

const hidden = '(not shown)';

function hitsOf(request: RecordedRequest, judged: JudgedRequest): LiveHit[] {
  const read = judged.hits[0]?.protocol === 'snowplow' ? snowplowHits(request) : piwikHits(request);
  return read.hits.map((hit) => ({
    pairs:
      hit.kind === 'unusable'
        ? []
        : hit.pairs.map(({ name, value }) => ({
            name,
            value: name === 'token_auth' ? hidden : value.slice(0, longestShown),
          })),
  }));
}

/** A token in a body, as a field of a form or a property of JSON, in a query within it or not. */
function withoutTokens(text: string): string {
  return text.replace(/(token_auth"?\s*[=:]\s*"?)[^"&\s]+/g, `$1${hidden}`);
}
