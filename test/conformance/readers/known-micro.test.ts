/** The known target `snowplow-micro` against a collector that does what the pipeline of today is known to do. */
import { expect, onTestFinished, test } from 'vitest';
import { runSuite } from '../../../conformance/server/run/suite.ts';
import { snowplowCanary } from '../../../conformance/server/snowplow/canary.ts';
import { snowplowExperiments } from '../../../conformance/server/snowplow/experiments.ts';
import { targetNamed } from '../../../conformance/server/targets/named.ts';
import { facts } from '../../../generated/snowplow/2014-01/facts.ts';
import { startMicroOfToday } from './micro-of-today.ts';

test('fails where the target says, and nowhere else', async () => {
  const micro = await startMicroOfToday();
  onTestFinished(() => micro.close());
  const report = await runSuite({
    toolVersion: 'test',
    trackerUrl: micro.url,
    reader: 'snowplow-micro',
    target: targetNamed('snowplow-micro'),
    seed: 20260829,
    suites: [{ facts, experiments: snowplowExperiments, canary: snowplowCanary }],
  });
  const surprises = report.checks.filter(({ status }) => status === 'failed' || status === 'unexpected-pass');
  expect(surprises.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
  expect(report.summary.expectedFailures).toBeGreaterThan(100);
  expect(report.summary.passed).toBeGreaterThan(100);
}, 120_000);
