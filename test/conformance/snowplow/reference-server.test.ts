import { expect, test } from 'vitest';
import { runSuite } from '../../../conformance/server/run/suite.ts';
import { snowplowCanary } from '../../../conformance/server/snowplow/canary.ts';
import { snowplowExperiments } from '../../../conformance/server/snowplow/experiments.ts';
import { facts } from '../../../generated/snowplow/2014-01/facts.ts';
import { startServer } from '../../../reference-server/server.ts';

test('the reference server passes every check at 200 runs and gives the ledger the answers it rules', async () => {
  const server = await startServer({ port: 0, host: '127.0.0.1', database: ':memory:', records: true });
  try {
    const report = await runSuite({
      toolVersion: 'test',
      trackerUrl: `${server.url}/i`,
      token: server.token,
      runs: 200,
      seed: 20140128,
      suites: [{ facts, experiments: snowplowExperiments, canary: snowplowCanary }],
    });
    const notPassed = report.checks.filter(({ status }) => status !== 'passed');
    expect(notPassed.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
    expect(report.complete).toBe(true);
    for (const { ledger, answer } of report.answers)
      expect(`${ledger}: ${answer}`).toBe(`${ledger}: ${facts.ledger[ledger]?.ruling}`);
    expect(report.answers.length).toBeGreaterThan(45);
  } finally {
    await server.close();
  }
}, 120_000);
