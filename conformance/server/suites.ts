import { protocols } from '../../generated/index.ts';
import { experiments } from './experiments.ts';
import type { Experiment } from './model.ts';
import { piwikCanary } from './piwik/canary.ts';
import type { Suite } from './run/options.ts';
import { snowplowCanary } from './snowplow/canary.ts';

const canaries: Readonly<Record<keyof typeof protocols, Experiment>> = { piwik: piwikCanary, snowplow: snowplowCanary };

/** Everything this version tests: one suite for each version of each protocol, in the order of time. */
export const suites: readonly Suite[] = Object.values(protocols)
  .flatMap((versions) => Object.values(versions))
  .map((facts) => ({ facts, experiments, canary: canaries[facts.protocol] }));
