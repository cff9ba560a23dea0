import type { Answer, OutgoingRequest, Scenario } from '../model.ts';
import type { Failure, Verdict } from './judgement.ts';
import type { Reply } from './send.ts';

/** Judges the answers themselves, and what a request without a usable answer says of its case. */
export function judgeReplies(scenario: Scenario, replies: readonly Reply[], verdict: Verdict): void {
  for (const [index, request] of scenario.requests.entries()) {
    const reply = replies[index];
    if (!reply) continue;
    judgeExpected(request, index, reply, verdict);
    const trouble = troubleOf(request, index, reply);
    if (!trouble) continue;
    const requirements = [...scenario.expected.filter(({ optional }) => !optional), ...scenario.absent];
    for (const { requirement } of requirements) verdict.fail(requirement, trouble);
  }
}

function judgeExpected(request: OutgoingRequest, index: number, reply: Reply, verdict: Verdict): void {
  for (const { requirement, expected, judge } of request.answer ?? []) {
    const wrong = reply.kind === 'none' ? `there was none: ${reply.reason}` : judged(judge, reply.answer);
    if (wrong === undefined) verdict.pass(requirement);
    else verdict.fail(requirement, failure(`answer to request ${index + 1}: expected ${expected}; ${wrong}`, 'answer'));
  }
}

/** A judge meets whatever a wrong target answers; one that cannot read it has found a fault. */
function judged(judge: (answer: Answer) => string | undefined, answer: Answer): string | undefined {
  try {
    return judge(answer);
  } catch (error) {
    return `it cannot be read (${error instanceof Error ? error.message : error})`;
  }
}

/** No answer, or a server error that the request does not expect: the hit cannot be said to have been accepted. */
function troubleOf(request: OutgoingRequest, index: number, reply: Reply): Failure | undefined {
  if (reply.kind === 'none') return failure(`request ${index + 1} got no answer: ${reply.reason}`, 'unanswered');
  if (reply.answer.status < 500 || (request.answer ?? []).length > 0) return undefined;
  return failure(`request ${index + 1} was answered ${reply.answer.status}`, `answered ${reply.answer.status}`);
}

function failure(reason: string, cause: string): Failure {
  return { reason, cause, derived: false, expected: [], stored: [] };
}
