import type { Experiment } from './model.ts';
import { piwikExperiments } from './piwik/experiments.ts';
import { snowplowExperiments } from './snowplow/experiments.ts';

/** All experiments of both protocols: the suite's table of contents. */
export const experiments: readonly Experiment[] = [...piwikExperiments, ...snowplowExperiments];
