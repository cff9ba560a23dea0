import { guarded } from './context.ts';
import { curlOf } from './curl.ts';
import { createIdentities } from './identity.ts';
import type { RunOptions } from './options.ts';
import type { Plan } from './plan.ts';
import { notReached, type ProtocolResult } from './protocol-run.ts';
import { withoutTokens } from './redact.ts';
import { shownRequests } from './results.ts';
import { checkScenario } from './scenario.ts';

/** Renders every case and sends none; tells one example of each experiment. */
export function dryRun(plan: Plan, options: RunOptions): ProtocolResult[] {
  const { protocols, target } = plan;
  const identities = createIdentities();
  return protocols.map((protocol) => {
    for (const [index, { experiment, plan: drawn, path }] of [...protocol.cases.flat(), ...protocol.last].entries()) {
      guarded(`${experiment.id} cannot render case ${path}`, () => {
        const scenario = experiment.render(drawn, identities.next(), target);
        checkScenario(experiment, scenario);
        if (path !== '0' && index > 0) return;
        const requests = withoutTokens(shownRequests(protocol.trackerUrl, scenario), target);
        options.onProgress?.({ event: 'example', experiment: experiment.id, curl: curlOf(requests) });
      });
    }
    return notReached({ ...protocol, plan, options }, 'dry run: nothing was sent');
  });
}
