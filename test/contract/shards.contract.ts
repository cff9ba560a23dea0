/** The shards of a run, merged, give the report of the whole. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { beaconform, folder, type Served, serve } from './command.ts';
import type { ContractReport } from './report.ts';

const token = '0123456789abcdef0123456789abcdef';
const files = folder();
let server: Served;
before(async () => {
  server = await serve('--database', ':memory:', '--records', '--token', token);
});
after(async () => {
  await server.stop();
  files.remove();
});

async function run(name: string, ...more: string[]): Promise<ContractReport> {
  const report = files.path(`${name}.json`);
  const selection = ['--only', 'snowplow.res.*', '--only', 'snowplow.t*', '--only', 'snowplow.bad-row.*'];
  const options = ['--report', `json=${report}`, '--runs', '10', '--seed', '3', ...selection, ...more];
  const { code, stdout, stderr } = await beaconform('test', `${server.url}/i`, ...options);
  assert.equal(code, 0, stdout + stderr);
  return JSON.parse(readFileSync(report, 'utf8')) as ContractReport;
}

describe('beaconform merge', () => {
  it('gives the report of the whole', async () => {
    const whole = await run('whole');
    const shards = [await run('one', '--shard', '1/2'), await run('two', '--shard', '2/2')];
    const merged = files.path('merged.json');
    const { code, stdout, stderr } = await beaconform(
      'merge',
      files.path('one.json'),
      files.path('two.json'),
      '--report',
      `json=${merged}`,
    );
    assert.equal(code, 0, stdout + stderr);
    const read = JSON.parse(readFileSync(merged, 'utf8')) as ContractReport;
    assert.ok(shards.every(({ checks }) => checks.length > 0 && checks.length < whole.checks.length));
    const ids = (report: ContractReport) =>
      report.checks.map(({ id, status, runs }) => `${id} ${status} ${runs}`).sort();
    assert.deepEqual(ids(read), ids(whole));
    assert.deepEqual(read.summary, whole.summary);
  });

  it('refuses a shard that is given twice', async () => {
    assert.equal((await beaconform('merge', files.path('one.json'), files.path('one.json'))).code, 2);
  });
});
