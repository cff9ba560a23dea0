/** The Piwik tracker: one HTTP request to its rows and its answer. */
import type { Hit, PlacedPair } from '../../wire/hits.ts';
import type { Answer, TrackerRequest } from '../model.ts';
import { textAnswer } from './answer.ts';
import { arrivalOf } from './arrivals.ts';
import { type Arrival, type Outcome, Refusal, type Tracking } from './hit.ts';
import { setIdCookie } from './id-cookie.ts';

/** Told of every hit and what became of it, stored or not. */
export type Observer = (outcome: Outcome, arrival: Arrival, authenticated: boolean) => void;

/** Stores what the request carries and answers it. */
export function trackRequest(tracking: Tracking, request: TrackerRequest, observe: Observer): Answer {
  const { transport, token, hits, unreadable } = tracking.parts.piwikHits(request);
  const [first] = hits;
  if (transport === 'single')
    return trackSingle(tracking, request, (first as Extract<Hit, { kind: 'pairs' }>).pairs, observe);
  return tracking.parts.trackBulk(tracking, { token, hits, unreadable }, (pairs, bulkToken) => {
    return trackArrival(tracking, arrivalOf(tracking, request, pairs, bulkToken), observe);
  });
}

function trackSingle(
  tracking: Tracking,
  request: TrackerRequest,
  pairs: readonly PlacedPair[],
  observe: Observer,
): Answer {
  const arrival = arrivalOf(tracking, request, pairs);
  if (arrival.parameters.size === 0 && !request.headers.referer) return tracking.parts.greetingAnswer();
  const outcome = trackArrival(tracking, arrival, observe);
  if (outcome.kind === 'refused' && outcome.authenticated) return textAnswer(outcome.reason);
  return tracking.parts.answer(request, cookieHeaders(tracking, outcome));
}

/** Stores the hit, or finds out why not. */
export function trackArrival(tracking: Tracking, arrival: Arrival, observe: Observer): Outcome {
  let authenticated = false;
  let outcome: Outcome;
  try {
    const hit = tracking.parts.hitOf(tracking, arrival);
    authenticated = hit.authenticated;
    outcome = tracking.parts.trackHit(tracking, hit);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    outcome = { kind: 'refused', reason: error.message, authenticated };
  }
  observe(outcome, arrival, authenticated);
  return outcome;
}

/** The server's own id cookie is set with every stored hit while the option for it is on. */
function cookieHeaders({ settings }: Tracking, outcome: Outcome): Readonly<Record<string, string>> {
  if (!settings.piwik.use_third_party_id_cookie || outcome.kind !== 'stored') return {};
  return {
    'Set-Cookie': setIdCookie(settings.piwik, outcome.visitor, outcome.now),
    P3P: "CP='OTI DSP COR NID STP UNI OTPa OUR'",
  };
}
