/** The Piwik tracker as an end point: with the settings of the moment, its log, and what is done after a request. */
import type { Answer, Context, Tracker, TrackerRequest } from '../model.ts';
import type { Tracked } from './debug.ts';
import { noExtension } from './extension/extension.ts';
import type { Tracking } from './hit.ts';
import type { Installation } from './installation.ts';
import type { Parts } from './parts.ts';
import { type Observer, trackRequest } from './tracker.ts';

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
