import { availableParallelism, loadavg } from 'node:os';
import { runAgainstOwnServer } from '../cli/own-server.ts';
import { runSuite } from '../conformance/server/run/suite.ts';
import { startServer } from '../reference-server/server.ts';
import { type Row, rounded } from './row.ts';

/** The whole default run of both protocols, with the server in the same process. */
export async function wholeRun(): Promise<Row[]> {
  const report = await runAgainstOwnServer({ toolVersion: 'bench' });
  if (report.summary.failed > 0)
    throw new Error(`${report.summary.failed} checks failed: a run that fails is not timed`);
  const seconds = report.durationMs / 1000;
  const machine = `${availableParallelism()} cores, load ${rounded(loadavg()[0] ?? 0)}`;
  return [
    {
      what: 'whole default run, both protocols',
      measured: seconds,
      unit: 's',
      bar: { at: 'most', value: 30 },
      calibration: `${report.checks.length} checks; ${machine}`,
    },
    {
      what: 'committed hits/s during the whole run',
      measured: report.requestsSent / seconds,
      unit: 'hits/s',
      bar: { at: 'least', value: 2000 },
      calibration: `${report.requestsSent} requests; ${machine}`,
    },
  ];
}

/** A fault that shows only when two parameters, dtm and tz, meet: from the first request to the shrunk counterexample. */
export async function shrinking(): Promise<Row[]> {
  const fault = 'snowplow.time.client-zone';
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    database: ':memory:',
    records: true,
    faults: [fault],
  });
  const report = await runSuite({
    toolVersion: 'bench',
    trackerUrl: `${server.url}/i`,
    only: ['snowplow.dtm.stored'],
    seed: 1,
  });
  await server.close();
  const failed = report.checks.find(({ counterexample }) => counterexample);
  const query = failed?.counterexample?.requests[0]?.url.split('?')[1] ?? '';
  if (!query) throw new Error(`${fault} was not found`);
  return [
    {
      what: 'finding and shrinking a two-parameter fault',
      measured: report.durationMs / 1000,
      unit: 's',
      bar: { at: 'most', value: 2 },
      calibration: `${report.requestsSent} requests, ${failed?.counterexample?.shrinks} shrinks; left: ${query.replaceAll('|', '')}`,
    },
  ];
}
