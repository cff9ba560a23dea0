/** The suite against the reference server, of which it sees only what Snowplow Micro shows. */
import { expect, onTestFinished, test } from 'vitest';
import type { RunOptions } from '../../../conformance/server/run/options.ts';
import { runSuite } from '../../../conformance/server/run/suite.ts';
import { snowplowCanary } from '../../../conformance/server/snowplow/canary.ts';
import { snowplowExperiments } from '../../../conformance/server/snowplow/experiments.ts';
import type { Report } from '../../../generated/files/report.ts';
import { facts } from '../../../generated/snowplow/2014-01/facts.ts';
import { startServer } from '../../../reference-server/server.ts';
import { startLateMicro } from './late-micro.ts';

async function start(faults: string[] = []) {
  const config = { snowplow: { micro: true } };
  const server = await startServer({ port: 0, host: '127.0.0.1', database: ':memory:', config, faults });
  onTestFinished(() => server.close());
  return server;
}

function run(trackerUrl: string, options: Partial<RunOptions>): Promise<Report> {
  const suites = [{ facts, experiments: snowplowExperiments, canary: snowplowCanary }];
  return runSuite({ toolVersion: 'test', trackerUrl, reader: 'snowplow-micro', runs: 20, suites, ...options });
}

const statuses = (report: Report, status: string) =>
  report.checks.filter((check) => check.status === status).map(({ id, reason }) => `${id}: ${reason}`);

test.for([1, 2])('is green at 20 runs, seed %i, and hides nothing', async (seed) => {
  const server = await start();
  const report = await run(`${server.url}/i`, { seed });
  expect(statuses(report, 'failed')).toEqual([]);
  expect(report.summary.passed).toBeGreaterThan(250);
  const unseen = report.checks.filter(({ status }) => status === 'not-observable');
  for (const { id, reason } of unseen) expect(`${id}: ${reason}`).toMatch(/the reader snowplow-micro does not show/);
  // Columns of 2014 that today's canonical event has not.
  const requirements = unseen.flatMap((check) => check.requirements);
  expect(requirements).toEqual(expect.arrayContaining(['snowplow.mac.stored', 'snowplow.browser-features.list']));
});

test('catches a fault of the server', async () => {
  const server = await start(['snowplow.dimensions.height-first']);
  const report = await run(`${server.url}/i`, { seed: 3, only: ['snowplow.res.*', 'snowplow.dimensions.*'] });
  const failed = report.checks.filter(({ status }) => status === 'failed').flatMap(({ requirements }) => requirements);
  expect(failed).toEqual(['snowplow.dimensions.width-first']);
});

test('waits for events that are shown 300 ms after they were answered', async () => {
  const server = await start();
  const late = await startLateMicro(server.url, 300);
  onTestFinished(() => late.close());
  const only = ['snowplow.event/*', 'snowplow.bad-row/*'];
  const report = await run(`${server.url}/i`, { seed: 4, runs: 5, readerUrl: late.url, only });
  expect(statuses(report, 'failed')).toEqual([]);
  expect(report.summary.passed).toBeGreaterThan(20);
}, 60_000);

test('is found without being named, when the records door is closed', async () => {
  const server = await start();
  const report = await run(`${server.url}/i`, { seed: 5, runs: 1, reader: undefined, only: ['snowplow.res.stored'] });
  expect(statuses(report, 'passed')).toHaveLength(1);
});
