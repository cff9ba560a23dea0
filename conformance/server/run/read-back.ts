import { setTimeout as delay } from 'node:timers/promises';
import { ReadError, type Row } from '../readers/reader.ts';
import type { Attempt } from './attempt.ts';
import type { Context } from './context.ts';

/** For each attempt the rows of its expected records, then those of its absent ones; or why the door gave none. */
export async function readBack(
  { reader }: Context,
  attempts: readonly Attempt[],
): Promise<readonly (readonly (readonly Row[])[])[] | ReadError> {
  const wanted = attempts.map(({ scenario: { expected, absent } }) => [
    ...expected.map(({ record, where, columns }) => ({ record, where, columns: Object.keys(columns) })),
    ...absent.map(({ record, where }) => ({ record, where, columns: [] })),
  ]);
  try {
    const rows = await reader.read(wanted.flat());
    let next = 0;
    return wanted.map((list) => list.map(() => rows[next++] ?? []));
  } catch (error) {
    if (error instanceof ReadError) return error;
    throw error;
  }
}

/** How the wait for an attempt's rows ended. */
export interface Awaited {
  found: boolean;
  waitedMs: number;
  /** Why the door gave nothing the last time. */
  error: ReadError | undefined;
}

/** Waits until every expected row of an attempt is there, or the limit (milliseconds) has passed. */
export async function awaitRows(context: Context, attempt: Attempt, limit: number): Promise<Awaited> {
  const start = performance.now();
  const until = start + Math.min(limit, context.budget.left('reading'));
  for (let pause = 2; ; pause = Math.min(pause * 2, 100)) {
    const rows = await readBack(context, [attempt]);
    const error = rows instanceof ReadError ? rows : undefined;
    const found =
      !(rows instanceof ReadError) && attempt.scenario.expected.every((_, index) => rows[0]?.[index]?.length);
    const now = performance.now();
    if (found || now >= until) return { found, waitedMs: now - start, error };
    await delay(pause);
  }
}
