/** Rule debug: while the installation's switch is on, a request is answered with its log instead of the image. */
import { isLoopback } from '../http/peer.ts';
import type { Answer, TrackerRequest } from '../model.ts';
import type { Settings } from '../settings/settings.ts';
import { textAnswer } from './answer.ts';
import type { Arrival, Outcome } from './hit.ts';

/** One hit of the request and what became of it. */
export interface Tracked {
  outcome: Outcome;
  arrival: Arrival;
  /** True when its token was sufficient. */
  authenticated: boolean;
}

/** Names whose values are secrets. */
const secrets = new Set(['token_auth']);

/**
 * A log for people: what was understood of each hit, and what became of it. Tokens are masked. Undefined leaves the
 * answer as it is without debugging.
 */
export function debugAnswer(tracked: readonly Tracked[], tokens: Iterable<string> = []): Answer | undefined {
  const lines = ['Debugging is on: this is the log of the request, in place of the image.'];
  for (const { outcome, arrival } of tracked) lines.push(...parameterLines(arrival), sentence(outcome));
  // A token may also stand in an address, as part of another request.
  const text = [...tokens].reduce((masked, token) => masked.replaceAll(token, '(a token)'), lines.join('\n'));
  return textAnswer(text);
}

/** Debugging is a matter of the installation; nothing in a request switches it on. */
export function isDebugging(settings: Settings, _request: TrackerRequest): boolean {
  return settings.piwik.debug;
}

/** The log tells about the installation, so strangers get the image: it is for this machine, and for sufficient tokens. */
export function maySeeLog(settings: Settings, request: TrackerRequest, tracked: readonly Tracked[]): boolean {
  if (isLoopback(request.address)) return true;
  // Where nobody needs a token, being authenticated tells nothing about who asks.
  return settings.piwik.tracking_requests_require_authentication && tracked.some(({ authenticated }) => authenticated);
}

function parameterLines({ parameters }: Arrival): string[] {
  return [...parameters.pairs.keys()].map((name) => {
    return `${name}: ${secrets.has(name) ? '(a token)' : (parameters.text(name) ?? '(empty or no text)')}`;
  });
}

function sentence(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'stored':
      return `Stored in the ${outcome.newVisit ? 'new ' : ''}visit ${outcome.visit} of visitor ${outcome.visitor}.`;
    case 'excluded':
      return `Not stored: ${outcome.reason}.`;
    default:
      return `Refused: ${outcome.reason}.`;
  }
}
