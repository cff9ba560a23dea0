/** Rule debug: while the installation's switch is on, a request is answered with its log instead of the image. */
import type { Answer } from '../model.ts';
import { textAnswer } from './answer.ts';
import type { Arrival, Outcome } from './hit.ts';

/** One hit of the request and what became of it. */
export interface Tracked {
  outcome: Outcome;
  arrival: Arrival;
}

/** Names whose values are secrets. */
const secrets = new Set(['token_auth']);

/**
 * A log for people: what was understood of each hit, and what became of it. Tokens are masked. Undefined leaves the
 * answer as it is without debugging.
 */
export function debugAnswer(tracked: readonly Tracked[]): Answer | undefined {
  const lines = ['Debugging is on: this is the log of the request, in place of the image.'];
  for (const { outcome, arrival } of tracked) lines.push(...parameterLines(arrival), sentence(outcome));
  return textAnswer(lines.join('\n'));
}

function parameterLines({ parameters }: Arrival): string[] {
  return [...parameters.names()].map((name) => {
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
