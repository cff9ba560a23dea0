import type { Experiment, Scenario } from '../model.ts';
import { type Context, guarded } from './context.ts';
import { checkScenario } from './scenario.ts';
import type { Reply } from './send.ts';

/** A drawn plan and where it stands in its experiment's tree. */
export interface Case {
  experiment: Experiment;
  plan: unknown;
  path: string;
}

/** One sending of a case, with identities of its own. */
export interface Attempt {
  case: Case;
  scenario: Scenario;
  replies: readonly Reply[];
}

/** A case with identities that no other attempt has. */
export function render(context: Context, drawn: Case): Scenario {
  const { experiment, plan } = drawn;
  return guarded(`${experiment.id} cannot render case ${drawn.path}`, () => {
    const scenario = experiment.render(plan, context.identities.next(), context.target);
    checkScenario(experiment, scenario);
    return scenario;
  });
}

/**
 * Sends a rendered case, one request after another.
 *
 * @returns undefined when the budget does not allow it
 */
export async function sendCase(context: Context, drawn: Case, scenario: Scenario): Promise<Attempt | undefined> {
  if (!context.budget.take(scenario.requests.length)) return undefined;
  const replies: Reply[] = [];
  for (const request of scenario.requests) {
    const reply = await context.sender.send(request);
    replies.push(reply);
    if (reply.kind === 'answer') continue;
    return reply.retry ? sendCase(context, drawn, render(context, drawn)) : { case: drawn, scenario, replies };
  }
  return { case: drawn, scenario, replies };
}
