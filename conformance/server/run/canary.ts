import { type Attempt, render, sendCase } from './attempt.ts';
import type { Context } from './context.ts';
import { awaitRows } from './read-back.ts';
import { fullLimit } from './waiting.ts';

/** What the first hit showed. */
export interface CanaryResult {
  attempt: Attempt | undefined;
  /** Milliseconds until it could be read back; undefined when it never could. */
  delayMs: number | undefined;
  /** Why not. */
  reason?: string;
}

/**
 * Sends the plainest hit and awaits it, to the full limit once.
 *
 * @param patience the limit in milliseconds
 * @throws ConnectionError when the target does not answer at all
 */
export async function sendCanary(context: Context, patience = fullLimit): Promise<CanaryResult> {
  const attempt = await sendCase(context, context.canary, render(context, context.canary), 'reading');
  if (!attempt) return { attempt, delayMs: undefined, reason: 'not sent: the limits of this run allow no request' };
  if (context.reader.name === 'none') return { attempt, delayMs: 0 };
  const { found, waitedMs, error } = await awaitRows(context, attempt, patience);
  if (found) return { attempt, delayMs: waitedMs };
  const replies = attempt.replies.map((reply) =>
    reply.kind === 'answer' ? `answered ${reply.answer.status}` : `got no answer (${reply.reason})`,
  );
  const waited = `was not found within ${Math.round(waitedMs / 1000)} s`;
  const why = error ? `: ${error.message}` : '';
  return {
    attempt,
    delayMs: undefined,
    reason: `the first and plainest hit ${replies.join(', ')} but ${waited}${why}`,
  };
}

/** Whether a hit sent after others was found; `unsent` when the limits of the run allow none. */
export type Sentinel = 'found' | 'lost' | 'unsent';

/** Sends a hit after a batch: once it is found, whatever is still missing is taken for lost. */
export async function sendSentinel(context: Context): Promise<Sentinel> {
  if (!context.waiting.sentinel) return 'lost';
  // A second one, so that a target that loses some hits is not taken for a late one.
  for (let tries = 0; tries < 2; tries += 1) {
    const attempt = await sendCase(context, context.canary, render(context, context.canary), 'reading');
    if (!attempt) return 'unsent';
    if ((await awaitRows(context, attempt, context.waiting.limit)).found) return 'found';
  }
  return 'lost';
}
