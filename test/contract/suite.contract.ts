/** `beaconform test` from outside: through a proxy, and with wrong usage. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { beaconform, folder, type Served, serve } from './command.ts';
import { startProxy } from './proxy.ts';
import { readReport } from './report.ts';
import { startStub } from './stub.ts';

const token = '0123456789abcdef0123456789abcdef';
const files = folder();
let server: Served;

before(async () => {
  server = await serve(
    '--database',
    files.path('suite.db'),
    '--records',
    '--token',
    token,
    '--write-target',
    files.path('target.json'),
  );
});
after(async () => {
  assert.equal(await server.stop(), 0, 'SIGTERM ends the server with 0');
  files.remove();
});

const endpoints = { piwik: 'piwik.php', snowplow: 'i' } as const;

/** The suite through a proxy that may change each request. */
async function testThrough(
  protocol: 'piwik' | 'snowplow',
  change: (url: string) => string | undefined,
  ...more: string[]
) {
  const proxy = await startProxy(server.url, change);
  const report = files.path(`${protocol}-${proxy.url.split(':').at(-1)}.json`);
  const options = [
    '--reader-url',
    `${server.url}/`,
    '--token',
    token,
    '--target',
    files.path('target.json'),
    '--report',
    `json=${report}`,
  ];
  const run = await beaconform(
    'test',
    `${proxy.url}/${endpoints[protocol]}`,
    ...options,
    '--runs',
    '15',
    '--seed',
    '7',
    ...more,
  );
  proxy.close();
  return { run, report, seen: proxy.seen };
}

describe('beaconform test', () => {
  for (const protocol of ['piwik', 'snowplow'] as const) {
    it(`passes the reference server through a proxy (${protocol})`, async () => {
      const { run, report, seen } = await testThrough(protocol, (url) => url);
      assert.equal(run.code, 0, run.stdout + run.stderr);
      const read = readReport(report, token);
      assert.equal(read.complete, true);
      assert.deepEqual([read.protocol, read.protocols.length], [protocol, 1]);
      assert.equal(seen, read.requestsSent, 'every request is counted');
      assert.ok(read.summary.passed > 20 && read.summary.failed === 0);
    });
  }
});

describe('exit codes', () => {
  it('2 without a reader’s door', async () => {
    const stub = await startStub(false);
    const run = await beaconform('test', `${stub.url}/i`);
    stub.close();
    assert.equal(run.code, 2, run.stdout + run.stderr);
  });

  it('3 on a dead port', async () => {
    const stub = await startStub(false);
    stub.close();
    assert.equal((await beaconform('test', `${stub.url}/i`)).code, 3);
  });

  const wrong: [string, string[]][] = [
    ['an unknown option', ['--no-such-option']],
    ['a selection that matches nothing', ['--only', 'no.such.requirement']],
    ['a number that is none', ['--runs', 'many']],
    ['a target file that is not there', ['--target', 'no-such-file.json']],
    ['a target off loopback', []],
  ];
  for (const [name, options] of wrong) {
    it(`2 on ${name}`, async () => {
      const url = name.includes('loopback') ? 'http://tracker.example/i' : `${server.url}/i`;
      const run = await beaconform('test', url, ...options);
      assert.equal(run.code, 2, run.stdout + run.stderr);
      assert.notEqual(run.stderr.trim(), '');
    });
  }

  it('sends nothing on a dry run', async () => {
    const { run, seen } = await testThrough('snowplow', (url) => url, '--dry-run');
    assert.equal(run.code, 0, run.stderr);
    assert.equal(seen, 0);
  });
});
