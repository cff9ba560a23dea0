import fc from 'fast-check';
import { type Case, render, sendCase } from './attempt.ts';
import type { Context } from './context.ts';
import type { Failure } from './judgement.ts';
import { deriveSeed } from './seed.ts';
import type { Check } from './selection.ts';
import { settleRepeat } from './settle.ts';
import { leadersOf, type Shown } from './shown-case.ts';
import type { CheckTally, FailingCase } from './tally.ts';

/** Milliseconds that all shrinks of a run may take. */
const shrinkingLimit = 20_000;

/**
 * Repeats and shrinks one check of each cause.
 *
 * @param most checks to shrink at most
 * @param share protocols of the run, which share the limit of time
 */
export async function shrinkFailures(
  context: Context,
  failing: readonly CheckTally[],
  { most, share }: { most: number; share: number },
): Promise<Map<CheckTally, Shown>> {
  const until = performance.now() + Math.min(shrinkingLimit / share, context.budget.left('shrinking'));
  const shown = new Map<CheckTally, Shown>();
  for (const tally of leadersOf(failing).slice(0, most)) {
    if (performance.now() >= until) break;
    const result = await shrink(context, tally.check, tally.smallest as FailingCase, until);
    shown.set(tally, result);
    context.progress({ event: 'shrink', check: tally.check.id, shrinks: result.shrinks });
  }
  return shown;
}

async function shrink(context: Context, check: Check, failing: FailingCase, until: number): Promise<Shown> {
  const { experiment } = check;
  const start = failing.attempt.case.path;
  let best: FailingCase | undefined;
  let trouble: unknown;
  let repeated = false;
  const holds = async (plan: unknown): Promise<boolean> => {
    if (trouble !== undefined || performance.now() >= until) return true;
    try {
      const again = await repeat(context, check, { experiment, plan, path: start });
      repeated = true;
      if (!again || (best && kindOf(again.failure) !== kindOf(best.failure))) return true;
      best = again;
      return false;
    } catch (error) {
      // Thrown inside the property it would look like one more failing case.
      trouble = error ?? new Error('unknown');
      return true;
    }
  };
  const details = await fc.check(fc.asyncProperty(experiment.plan(context.target), holds), {
    seed: deriveSeed(context.seed, experiment.id),
    path: start,
    numRuns: 1,
  });
  if (trouble !== undefined) throw trouble;
  if (best) return { ...best, path: details.counterexamplePath ?? start, shrinks: details.numShrinks, flaky: false };
  return { ...failing, path: start, shrinks: 0, flaky: repeated };
}

/** Sends a case once more, with fresh identities; undefined when it does not fail again. */
async function repeat(context: Context, check: Check, drawn: Case): Promise<FailingCase | undefined> {
  const attempt = await sendCase(context, drawn, render(context, drawn), 'shrinking');
  if (!attempt) return undefined;
  const { verdict } = await settleRepeat(context, attempt, check.requirement);
  const failure = verdict.failureOf(check.requirement);
  return failure && { attempt, verdict, failure };
}

/** A shrunk case may fail in fewer columns than the first, but in the same way. */
function kindOf({ cause }: Failure): string {
  return cause.split(' ')[0] ?? '';
}
