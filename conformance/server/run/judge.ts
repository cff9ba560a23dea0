import { ReadError, type Row } from '../readers/reader.ts';
import type { Attempt } from './attempt.ts';
import type { Sentinel } from './canary.ts';
import { compareRecords } from './compare.ts';
import type { Context } from './context.ts';
import { judgeReplies } from './judge-replies.ts';
import { Verdict } from './judgement.ts';
import { storedRequirements } from './scenario.ts';

/** An attempt and what it says of each requirement. */
export interface Judged {
  attempt: Attempt;
  verdict: Verdict;
}

/**
 * Judges an attempt by its answers and by what was read back.
 *
 * @param sentinel whether a hit sent after it was found
 */
export function judge(
  context: Context,
  attempt: Attempt,
  rows: readonly (readonly Row[])[] | ReadError,
  sentinel: Sentinel,
): Judged {
  const verdict = new Verdict();
  judgeReplies(attempt.scenario, attempt.replies, verdict);
  if (rows instanceof ReadError) failUnread(attempt, rows, verdict);
  else {
    const count = attempt.scenario.expected.length;
    const found = { expected: rows.slice(0, count), absent: rows.slice(count), sentinel };
    compareRecords(context, attempt.scenario, found, verdict);
  }
  return { attempt, verdict };
}

function failUnread({ scenario }: Attempt, error: ReadError, verdict: Verdict): void {
  for (const requirement of storedRequirements(scenario)) {
    verdict.fail(requirement, {
      reason: `could not be read back: ${error.message}`,
      cause: 'unread',
      derived: false,
      expected: [],
      stored: [],
    });
  }
}
