import { type Attempt, type Case, render, sendCase } from './attempt.ts';
import { concurrently } from './concurrent.ts';
import type { Context } from './context.ts';
import { answerRequirements, storedRequirements } from './scenario.ts';
import { settleBatch } from './settle.ts';
import type { Tally } from './tally.ts';

/**
 * Cases of all experiments in one order, each experiment spread evenly over it, so that a run that is cut short has
 * tested every requirement a little.
 */
export function spread(experiments: readonly (readonly Case[])[]): Case[] {
  return experiments
    .flatMap((cases) => cases.map((drawn, index) => ({ drawn, position: (index + 0.5) / cases.length })))
    .sort((a, b) => a.position - b.position)
    .map(({ drawn }) => drawn);
}

export interface BatchOptions {
  bail: boolean;
  /** Requests a second; a paced run gets smaller batches, so that it reports as often. */
  rate: number | undefined;
  /** The run has a limit of seconds: small batches, so that the last is soon read back. */
  hurried: boolean;
  afterBatch(): void;
}

/**
 * Sends, reads back and judges all cases, batch by batch.
 *
 * @returns false when a limit or a first failure left cases out
 */
export async function runBatches(
  context: Context,
  cases: readonly Case[],
  tally: Tally,
  { bail, rate, hurried, afterBatch }: BatchOptions,
): Promise<boolean> {
  const size = Math.min(hurried ? 64 : 256, Math.max(16, Math.round((rate ?? 1_000) * 10)));
  for (let done = 0; done < cases.length; ) {
    if (context.budget.left('sending') <= 0) return false;
    const batch = cases.slice(done, done + size);
    await runBatch(context, batch, tally);
    done += batch.length;
    context.progress({
      event: 'batch',
      protocol: context.suite.facts.protocol,
      done,
      total: cases.length,
      requests: context.budget.requestsSent,
      failing: tally.failing.length,
    });
    afterBatch();
    if (bail && tally.failing.length > 0) return done >= cases.length;
    if (context.budget.cutShort) return false;
  }
  return true;
}

async function runBatch(context: Context, cases: readonly Case[], tally: Tally): Promise<void> {
  const attempts: Attempt[] = [];
  await concurrently(cases, context.concurrency, async (drawn) => {
    if (context.budget.left('sending') <= 0) return;
    const scenario = render(context, drawn);
    if (!worthSending(context, drawn, scenario, tally)) return;
    const attempt = await sendCase(context, drawn, scenario, 'sending');
    if (attempt) attempts.push(attempt);
  });
  const relevant = new Set(tally.checks.map(({ check }) => check.requirement));
  for (const judged of await settleBatch(context, attempts, relevant)) tally.add(judged);
}

/** A case is sent when it exercises a selected requirement in a way that can be judged. */
function worthSending(context: Context, { experiment }: Case, scenario: Attempt['scenario'], tally: Tally): boolean {
  const relevant = tally.relevant(experiment.id);
  const stored = storedRequirements(scenario).intersection(relevant);
  if (context.reader.name !== 'none')
    return stored.size > 0 || answerRequirements(scenario).intersection(relevant).size > 0;
  tally.addUnobserved(experiment.id, stored);
  return answerRequirements(scenario).intersection(relevant).size > 0;
}
