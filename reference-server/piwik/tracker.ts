/** The Piwik tracker: one HTTP request to its rows and its answer. */
import type { PlacedPair } from '../../wire/hits.ts';
import type { Answer, Context, Tracker, TrackerRequest } from '../model.ts';
import { textAnswer } from './answer.ts';
import { arrivalOf } from './arrivals.ts';
import type { Tracked } from './debug.ts';
import { noExtension } from './extension/extension.ts';
import { type Arrival, type Outcome, Refusal, type Tracking } from './hit.ts';
import { setIdCookie } from './id-cookie.ts';
import type { Installation } from './installation.ts';
import type { Parts } from './parts.ts';

/** Told of every hit and what became of it, stored or not. */
export type Observer = (outcome: Outcome, arrival: Arrival, authenticated: boolean) => void;

/**
 * Every hit that is not stored has a reason: `observe` and the debug log tell it. With an installation, its cache
 * gives the settings of each request.
 */
export function createTracker(
  context: Context<Parts>,
  observe: Observer = () => {},
  installation?: Installation,
): Tracker {
  const { parts } = context;
  let tracking: Tracking = { ...context, extension: installation?.extension ?? noExtension };
  return (request) => {
    const settings = installation === undefined ? context.settings : parts.cachedSettings(installation.cache);
    if (settings !== tracking.settings) tracking = { ...tracking, settings };
    let authenticated = false;
    const watch: Observer = (outcome, arrival, sufficient) => {
      authenticated ||= sufficient;
      observe(outcome, arrival, sufficient);
    };
    const answer = parts.isDebugging(settings, request)
      ? logRequest(tracking, request, watch)
      : trackRequest(tracking, request, watch);
    installation?.scheduler.requestHandled({ request, authenticated, settings });
    return answer;
  };
}

/** Answers with the log those who may see it. */
function logRequest(tracking: Tracking, request: TrackerRequest, observe: Observer): Answer {
  const log: Tracked[] = [];
  const answer = trackRequest(tracking, request, (outcome, arrival, authenticated) => {
    log.push({ outcome, arrival, authenticated });
    observe(outcome, arrival, authenticated);
  });
  const { parts, settings } = tracking;
  return (
    (parts.maySeeLog(settings, request, log) ? parts.debugAnswer(log, settings.tokens.keys()) : undefined) ?? answer
  );
}

function trackRequest(tracking: Tracking, request: TrackerRequest, observe: Observer): Answer {
  const { transport, token, hits, unreadable } = tracking.parts.piwikHits(request);
  const [first] = hits;
  if (transport === 'single')
    return trackSingle(tracking, request, first?.kind === 'pairs' ? first.pairs : [], observe);
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
