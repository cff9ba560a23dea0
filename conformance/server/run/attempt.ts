import { type Reached, reachedBy } from '../coverage/reached.ts';
import type { Experiment, Scenario } from '../model.ts';
import type { Phase } from './budget.ts';
import { type Context, guarded } from './context.ts';
import { checkScenario } from './scenario.ts';
import type { Reply } from './send.ts';

/** A drawn plan and where it stands in its experiment's tree. */
export interface Case {
  experiment: Experiment;
  plan: unknown;
  path: string;
}

export interface Rendered extends Scenario {
  /** What its plan chose; undefined of a case that only repeats another. */
  reached?: Reached;
}

/** One sending of a case, with identities of its own. */
export interface Attempt {
  case: Case;
  scenario: Rendered;
  replies: readonly Reply[];
}

/** A case with identities that no other attempt has. */
export function render(context: Context, drawn: Case): Rendered {
  const { experiment, plan } = drawn;
  return guarded(`${experiment.id} cannot render case ${drawn.path}`, () => {
    const scenario = experiment.render(plan, context.identities.next(), context.target);
    checkScenario(experiment, scenario);
    return { ...scenario, reached: reachedBy(experiment, plan) };
  });
}

/**
 * Sends a rendered case, one request after another unless it says otherwise.
 *
 * @returns undefined when the budget of the phase does not allow all of it
 */
export async function sendCase(
  context: Context,
  drawn: Case,
  scenario: Rendered,
  phase: Phase,
): Promise<Attempt | undefined> {
  const { budget, pace, sender } = context;
  const { requests } = scenario;
  if (!budget.take(requests.length)) return undefined;
  if (scenario.atOnce) return sendAtOnce(context, drawn, scenario, phase);
  const replies: Reply[] = [];
  for (const [index, request] of requests.entries()) {
    if (!(await pace(budget.left(phase)))) {
      budget.release(requests.length - index);
      return undefined;
    }
    const reply = await sender.send(request);
    replies.push(reply);
    if (reply.kind === 'answer') continue;
    budget.release(requests.length - index - 1);
    return reply.retry ? sendCase(context, drawn, render(context, drawn), phase) : { case: drawn, scenario, replies };
  }
  return { case: drawn, scenario, replies };
}

/** All requests of a case at the same time; the budget has been taken. */
async function sendAtOnce(
  context: Context,
  drawn: Case,
  scenario: Rendered,
  phase: Phase,
): Promise<Attempt | undefined> {
  const { budget, pace, sender } = context;
  for (const [index] of scenario.requests.entries()) {
    if (await pace(budget.left(phase))) continue;
    budget.release(scenario.requests.length - index);
    return undefined;
  }
  const replies = await Promise.all(scenario.requests.map((request) => sender.send(request)));
  return replies.some((reply) => reply.kind === 'none' && reply.retry)
    ? sendCase(context, drawn, render(context, drawn), phase)
    : { case: drawn, scenario, replies };
}
