import type { RecordedRequest } from '../recorded.ts';
import { JudgeStream } from '../session/judge-stream.ts';
import { type TrackedHit, Tracking, trackedHits } from '../tracking/tracking.ts';

/** What a matcher looks at, and why it may be empty. */
export interface Subject {
  hits: readonly TrackedHit[];
  requests: number;
  reasons: readonly string[];
}

/**
 * The hits of what was given to `expect`: a tracking, a hit or several, a recorded request, or the URL of one.
 *
 * @throws TypeError when it is none of these
 */
export function subjectOf(received: unknown): Subject {
  if (isTracking(received)) {
    return { hits: received.hits, requests: received.requests.length, reasons: received.reasons };
  }
  if (Array.isArray(received) && received.every(isHit))
    return { hits: received, requests: received.length, reasons: [] };
  if (isHit(received)) return { hits: [received], requests: 1, reasons: [] };
  const request = requestOf(received);
  const tracked = { request, ...new JudgeStream().judgeAndRead(request) };
  const { reason } = tracked.judged;
  return { hits: trackedHits(tracked), requests: 1, reasons: reason ? [reason] : [] };
}

/** Not by its class alone: a project may have the package twice. */
function isTracking(value: unknown): value is Tracking {
  return value instanceof Tracking || (isObject(value) && 'hits' in value && 'requests' in value && 'reasons' in value);
}

function isHit(value: unknown): value is TrackedHit {
  return isObject(value) && 'parameters' in value && 'findings' in value && 'protocol' in value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function requestOf(received: unknown): RecordedRequest {
  const get = { method: 'GET', headers: {}, body: new Uint8Array(0) };
  if (typeof received === 'string' || received instanceof URL) return { ...get, ...targetOf(String(received)) };
  if (isObject(received) && 'path' in received && 'query' in received)
    return { ...get, ...received } as RecordedRequest;
  throw new TypeError(
    'expected a tracking of beaconform/msw, one of its hits or requests, or the URL of a request: ' +
      'a Request is read by its own code, so give its URL, or let beaconform/msw record it',
  );
}

/** Path and query as they stand in the URL. */
export function targetOf(url: string): { path: string; query: string } {
  const [, path = '', query = ''] = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?/i.exec(url) ?? [];
  return { path, query };
}
