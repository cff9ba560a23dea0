import type { ReadHit } from '../hit.ts';
import type { Tracked } from '../tracking/tracking.ts';
import type { LiveHit, LiveRequest } from './event.ts';

/** Characters of a value or a body that the page gets. */
const longestShown = 4000;
const secretHeaders = ['authorization', 'proxy-authorization'];

/** A recorded request and its verdict as the page shows them. */
export function liveRequest({ request, judged, read }: Tracked): LiveRequest {
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
    hits: read.map(shownHit),
    body: withoutTokens(new TextDecoder().decode(body)).slice(0, longestShown),
    judged,
  };
}

const hidden = '(not shown)';

function shownHit(hit: ReadHit | undefined): LiveHit {
  const pairs = (hit?.pairs ?? []).map(({ name, value }) => ({
    name,
    value: name === 'token_auth' ? hidden : value.slice(0, longestShown),
  }));
  return { pairs };
}

/** A token in a body, as a field of a form or a property of JSON, in a query within it or not. */
function withoutTokens(text: string): string {
  return text.replace(/(token_auth"?\s*[=:]\s*"?)[^"&\s]+/g, `$1${hidden}`);
}
