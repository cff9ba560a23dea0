import { Budget } from './budget.ts';
import type { Context } from './context.ts';
import { openDoor } from './door-choice.ts';
import { drawPlans } from './draw.ts';
import { createIdentities } from './identity.ts';
import type { RunOptions } from './options.ts';
import { createPace } from './pace.ts';
import type { Plan, PlannedProtocol } from './plan.ts';
import { Sender } from './send.ts';
import { doorUrl } from './trackers.ts';
import { columnKinds } from './values.ts';
import { Waiting } from './waiting.ts';

/**
 * Opens what one protocol's part of a run works with.
 *
 * @throws NoDoorError when what was stored cannot be read back
 */
export async function openContext(
  plan: Plan,
  { suite, trackerUrl }: PlannedProtocol,
  options: RunOptions,
): Promise<Context> {
  const kindOf = columnKinds(suite.facts);
  const { token } = plan.target;
  const reader = await openDoor(options.reader, { facts: suite.facts, url: doorUrl(options), token, kindOf });
  // More chains than requests a second would only queue.
  const concurrency = Math.min(options.concurrency ?? 32, Math.ceil(plan.rate ?? Number.POSITIVE_INFINITY));
  const [canary] = drawPlans(suite.canary, plan.target, plan.seed, { count: 1 });
  return {
    suite,
    canary: { experiment: suite.canary, plan: canary, path: '0' },
    target: plan.target,
    trackerUrl,
    sender: new Sender({ trackerUrl, concurrency }),
    pace: createPace(plan.rate),
    reader,
    kindOf,
    identities: createIdentities(),
    budget: new Budget({}),
    waiting: new Waiting(undefined),
    concurrency,
    seed: plan.seed,
    progress: options.onProgress ?? (() => {}),
  };
}

export async function closeContext({ sender, reader }: Context): Promise<void> {
  await Promise.all([sender.close(), reader.close()]);
}
