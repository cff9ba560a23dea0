import { setTimeout as delay } from 'node:timers/promises';
import { ReadError } from '../readers/reader.ts';
import type { Attempt } from './attempt.ts';
import { type Sentinel, sendSentinel } from './canary.ts';
import type { Context } from './context.ts';
import { type Judged, judge } from './judge.ts';
import { readBack } from './read-back.ts';

/** Reads back what a batch stored, waiting for what may still come, and judges each attempt. */
export async function settleBatch(
  context: Context,
  attempts: readonly Attempt[],
  relevant: ReadonlySet<string>,
): Promise<Judged[]> {
  if (!observable(context, attempts)) return attempts.map((attempt) => judge(context, attempt, [], 'lost'));
  const sentinel = await sendSentinel(context);
  const { judged, cameLate, waited } = await readUntil(
    context,
    attempts,
    relevant,
    sentinel,
    context.waiting.batchGrace,
  );
  if (waited) context.waiting.learn(cameLate);
  return judged;
}

/** The same for one case that is repeated: the sentinel is sent only when it is needed to tell lost from late. */
export async function settleRepeat(context: Context, attempt: Attempt, requirement: string): Promise<Judged> {
  if (!observable(context, [attempt])) return judge(context, attempt, [], 'lost');
  const relevant = new Set([requirement]);
  if (attempt.scenario.absent.length === 0) {
    const { judged } = await readUntil(context, [attempt], relevant, 'lost', 0);
    const [first] = judged;
    if (first && !first.verdict.failsAny(relevant)) return first;
  }
  const sentinel = await sendSentinel(context);
  const { judged } = await readUntil(context, [attempt], relevant, sentinel, context.waiting.repeatGrace);
  return judged[0] as Judged;
}

/** Reads until nothing relevant fails or the grace (milliseconds) is over; at least once. */
async function readUntil(
  context: Context,
  attempts: readonly Attempt[],
  relevant: ReadonlySet<string>,
  sentinel: Sentinel,
  grace: number,
): Promise<{ judged: Judged[]; cameLate: boolean; waited: boolean }> {
  const until = performance.now() + Math.min(grace, context.budget.left('reading'));
  const judged = new Map<Attempt, Judged>();
  let pending = attempts;
  let failingAtFirst = 0;
  for (let pause = 10; ; pause = Math.min(pause * 2, 200)) {
    const rows = await readBack(context, pending);
    for (const [index, attempt] of pending.entries()) {
      judged.set(attempt, judge(context, attempt, rows instanceof ReadError ? rows : (rows[index] ?? []), sentinel));
    }
    pending = pending.filter((attempt) => judged.get(attempt)?.verdict.failsAny(relevant));
    failingAtFirst ||= pending.length;
    if (pending.length === 0 || performance.now() >= until) break;
    await delay(pause);
  }
  const all = attempts.map((attempt) => judged.get(attempt) as Judged);
  return { judged: all, cameLate: pending.length < failingAtFirst, waited: failingAtFirst > 0 };
}

function observable({ reader }: Context, attempts: readonly Attempt[]): boolean {
  return (
    reader.name !== 'none' && attempts.some(({ scenario: { expected, absent } }) => expected.length + absent.length > 0)
  );
}
