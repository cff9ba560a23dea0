/**
 * `beaconform/msw`: handlers for Mock Service Worker that answer as a tracker does, record what a client sends and judge
 * it; in Node with `setupServer`, in browsers with `setupWorker`.
 */
import { type HttpHandler, http } from 'msw';
import { targetOf } from './matchers/subject.ts';
import { answerTo, endpoints } from './record/answer.ts';
import type { RecordedRequest } from './recorded.ts';
import type { JudgeOptions } from './session/judge-stream.ts';
import { Tracking } from './tracking/tracking.ts';

export type { Finding } from './finding.ts';
export type { RecordedRequest } from './recorded.ts';
export { type TrackedHit, Tracking } from './tracking/tracking.ts';

export interface RecordTrackingOptions extends JudgeOptions {
  /** Where the client sends to, as a path of msw; else every URL that ends as that of a tracker. */
  url?: string | RegExp;
}

/** What was tracked so far, and the handlers that record it. */
export interface RecordedTracking extends Tracking {
  readonly handlers: readonly HttpHandler[];
}

/**
 * Handlers that record, and what they recorded.
 *
 * ```ts
 * const tracking = recordTracking();
 * const server = setupServer(...tracking.handlers);
 * ```
 *
 * What is sent past fetch, XMLHttpRequest and node:http, such as by `undici.request`, no handler sees: msw cannot
 * intercept it.
 */
export function recordTracking({ url, ...options }: RecordTrackingOptions = {}): RecordedTracking {
  const tracking = new Tracking(options);
  // Everywhere a tracker of a known version answers, behind any prefix.
  const paths = url === undefined ? endpoints.map((endpoint) => `*/${endpoint}`) : [url];
  const handlers = paths.map((path) =>
    http.all(path, async ({ request }) => {
      const recorded = await recordedFrom(request);
      tracking.record(recorded);
      const { status, headers, body } = answerTo(recorded, true);
      return new Response(status === 204 ? null : (body as BodyInit), { status, headers });
    }),
  );
  return Object.assign(tracking, { handlers });
}

/** A request of the platform as a recording has it. */
async function recordedFrom(request: Request): Promise<RecordedRequest> {
  const body = new Uint8Array(await request.clone().arrayBuffer());
  const headers = Object.fromEntries(request.headers);
  return { method: request.method, ...targetOf(request.url), headers, body, time: Date.now() };
}
