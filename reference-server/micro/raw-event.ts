/** What Micro tells of the request behind an event. */
import { type KeptRequest, parametersOf } from './requests.ts';

/** `rawEvent`; the api of the pixel is called tp1. */
export function rawEvent(request: KeptRequest, userId: string | null): object {
  return {
    api: apiOf(request.path),
    parameters: parametersOf(request.query),
    contentType: request.headers['content-type'] ?? null,
    source: sourceOf(request),
    context: contextOf(request, userId),
  };
}

/** `collectorPayload` of a bad event. */
export function collectorPayload(request: KeptRequest, body: string | null): object {
  const pairs = Object.entries(parametersOf(request.query));
  return {
    api: apiOf(request.path),
    querystring: pairs.map(([name, value]) => (value === null ? name : `${name}=${value}`)),
    contentType: request.headers['content-type'] ?? null,
    body,
    source: sourceOf(request),
    context: contextOf(request, null),
  };
}

export function apiOf(path: string): { vendor: string; version: string } {
  const [vendor, version] = path.split('/').slice(-2);
  return version === 'tp2'
    ? { vendor: vendor ?? '', version }
    : { vendor: 'com.snowplowanalytics.snowplow', version: 'tp1' };
}

function sourceOf({ headers }: KeptRequest): object {
  return { name: 'beaconform', encoding: 'UTF-8', hostname: headers.host?.replace(/:\d+$/, '') ?? null };
}

function contextOf({ headers, address, now }: KeptRequest, userId: string | null): object {
  return {
    timestamp: now === null ? null : new Date(now).toISOString(),
    ipAddress: address,
    useragent: headers['user-agent'] ?? null,
    refererUri: headers.referer ?? null,
    headers: Object.entries(headers).map(([name, value]) => `${titled(name)}: ${value}`),
    userId,
  };
}

/** `user-agent` as `User-Agent`: HTTP gives names in any case, and Micro writes them so. */
function titled(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_all, before: string, letter: string) => before + letter.toUpperCase());
}
