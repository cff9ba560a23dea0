import { versions } from '../../generated/index.ts';
import type { Facts, ProtocolName } from '../../generated/model.ts';
import { experiments } from './experiments.ts';
import type { Experiment } from './model.ts';
import { piwikCanary } from './piwik/canary.ts';
import type { Suite } from './run/options.ts';
import { snowplowCanary } from './snowplow/canary.ts';

const canaries: Readonly<Record<ProtocolName, Experiment>> = { piwik: piwikCanary, snowplow: snowplowCanary };

/**
 * Everything this version tests: one suite for each version that has experiments, in the order of time. The spec holds
 * versions that only `check` judges so far.
 */
export const suites: readonly Suite[] = Object.values(versions)
  .flat()
  .filter(isTested)
  .map((facts) => ({ facts, experiments, canary: canaries[facts.protocol] }));

function isTested({ protocol, version }: Facts): boolean {
  return experiments.some((one) => one.protocol === protocol && one.versions.includes(version));
}
