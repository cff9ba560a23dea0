import type { Experiment, Scenario } from '../../conformance/server/model.ts';
import { curlOf } from '../../conformance/server/run/curl.ts';
import { drawPlans } from '../../conformance/server/run/draw.ts';
import { createIdentities } from '../../conformance/server/run/identity.ts';
import { withoutTokens } from '../../conformance/server/run/redact.ts';
import { shownRequests } from '../../conformance/server/run/results.ts';
import { obstacleOf } from '../../conformance/server/run/selection.ts';
import { suites } from '../../conformance/server/suites.ts';
import { targetFactsOf } from '../../conformance/server/targets/facts.ts';
import { targetNamed } from '../../conformance/server/targets/named.ts';
import type { Facts, Parameter } from '../../generated/model.ts';
import { tokensOf, userTokens } from '../own-users.ts';

/** Where our own server listens unless told otherwise. */
const server = 'http://127.0.0.1:8080/';
const token = 'f'.repeat(32);
const roles = tokensOf(token, userTokens());
const drawn = 40;

/** A plain request with an example value of a parameter. */
export function parameterExample(facts: Facts, parameter: Parameter): string {
  const basis = facts.protocol === 'piwik' ? 'idsite=1&rec=1&url=http%3A%2F%2Fexample.org%2F' : 'e=pv&p=web';
  const path = facts.routes.find(({ methods }) => methods.includes('GET'))?.path;
  const name = parameter.names === undefined ? parameter.name : parameter.name.replace(/N$/, '1');
  const rights = parameter.authentication === 'admin' ? '&token_auth=$BEACONFORM_TOKEN' : '';
  return `curl "${server}${path}?${basis}${rights}&${name}=${parameter.examples[0]?.wire ?? ''}"`;
}

/**
 * The smallest of some drawn cases that `shows` what is asked for, as curl would send it to our own server; undefined
 * when none does.
 */
export function caseExample(
  { endpoints }: Facts,
  experiments: readonly Experiment[],
  shows: (scenario: Scenario) => boolean,
  count: (experiment: Experiment) => number = () => drawn,
): string | undefined {
  const target = targetFactsOf(
    { toolVersion: '', trackerUrl: server, target: targetNamed('beaconform'), token, roleTokens: roles },
    suites,
  );
  const identities = createIdentities();
  for (const experiment of experiments) {
    if (obstacleOf(experiment, target)) continue;
    const plans = drawPlans(experiment, target, 1, { count: count(experiment) });
    const [smallest] = plans
      .map((plan) => experiment.render(plan, identities.next(), target))
      .filter(shows)
      .map((scenario) => curlOf(withoutTokens(shownRequests(`${server}${endpoints[0]}`, scenario), target)))
      .sort((one, other) => one.length - other.length);
    if (smallest !== undefined) return smallest;
  }
  return undefined;
}
