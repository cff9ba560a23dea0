/** Servers that lose everything, one parameter, or one hit in forty: a clear report, soon, for each. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { beaconform, folder, type Served, serve } from './command.ts';
import { startProxy } from './proxy.ts';
import { type ContractReport, failedRequirements, readReport } from './report.ts';
import { startStub } from './stub.ts';

const token = '0123456789abcdef0123456789abcdef';
const mostSeconds = 60;
const files = folder();
const target = files.path('target.json');
let server: Served;

before(async () => {
  server = await serve('--database', ':memory:', '--records', '--token', token, '--write-target', target);
});
after(async () => {
  await server.stop();
  files.remove();
});

/** What is sent over where, a parameter of each, and what must be named when each is lost. */
const protocols = [
  {
    protocol: 'piwik',
    endpoint: 'piwik.php',
    parameter: '_cvar',
    plainest: ['piwik.request-kinds.page-view', 'piwik.url.stored'],
  },
  {
    protocol: 'snowplow',
    endpoint: 'i',
    parameter: 'se_va',
    plainest: ['snowplow.transport.get', 'snowplow.page-view.event'],
  },
] as const;

/** A run that must fail in time; the report, and its first failure as the terminal shows it. */
async function failing(url: string, runs: number, ...more: string[]) {
  const report = files.path(`${new URL(url).port}.json`);
  const numbers = ['--runs', String(runs), '--seed', '7'];
  const options = ['--token', token, '--target', target, '--report', `json=${report}`, ...numbers];
  const run = await beaconform('test', url, ...options, ...more);
  assert.equal(run.code, 1, run.stdout + run.stderr);
  assert.ok(run.seconds < mostSeconds, `${run.seconds} s`);
  const first = /^FAIL \S+ (\S+) in/m.exec(run.stdout)?.[1];
  return { read: readReport(report, token), first, problem: /^Problem: (.*)$/m.exec(run.stdout)?.[1] };
}

/** The same through a proxy that changes what reaches the server; its door is asked directly. */
async function failingThrough(endpoint: string, change: (url: string) => string | undefined, runs: number) {
  const proxy = await startProxy(server.url, change);
  try {
    return await failing(`${proxy.url}/${endpoint}`, runs, '--reader-url', `${server.url}/`);
  } finally {
    proxy.close();
  }
}

function storedOf({ requirements }: ContractReport) {
  return requirements.filter(({ id, status }) => id.endsWith('.stored') && status !== 'skipped');
}

for (const { protocol, endpoint, parameter, plainest } of protocols) {
  describe(`a ${protocol} server`, () => {
    it('that loses everything fails every check of what is stored, and is told so first', async () => {
      const stub = await startStub(true);
      const { read, first, problem } = await failing(`${stub.url}/${endpoint}`, 100);
      stub.close();
      assert.match(problem ?? '', /the first and plainest hit answered 200 but was not found/);
      assert.ok(first && failedRequirements(read).includes(first));
      const stored = storedOf(read);
      assert.ok(stored.length > 20);
      for (const { id, status } of stored) assert.equal(status, 'failed', id);
    });

    it(`that loses the parameter ${parameter} is told its name first`, async () => {
      const lost = new RegExp(`([?&])${parameter}=[^&]*`);
      const { read, first, problem } = await failingThrough(endpoint, (url) => url.replace(lost, '$1'), 25);
      assert.equal(first, `${protocol}.${parameter}.stored`);
      assert.equal(problem, undefined);
      const failed = failedRequirements(read);
      assert.ok(failed.length < 15, `${failed.length} requirements fail for one parameter: ${failed.join(', ')}`);
    });

    it('that loses one hit in forty is told that it loses hits, by the plainest of them', async () => {
      let hits = 0;
      const lossy = (url: string) => (++hits % 40 === 0 ? undefined : url);
      const { read, first, problem } = await failingThrough(endpoint, lossy, 25);
      assert.match(problem ?? '', /hits are lost now and then/);
      const shown = read.checks.find(({ requirements, status }) => status === 'failed' && requirements[0] === first);
      const sent = shown?.counterexample?.requests.length ?? 0;
      assert.ok(sent === 1 || sent === 2, `${first} is shown by one request or two, not by ${sent}`);
      assert.match(shown?.reason ?? '', /no row of .* was found/);
      const failed = failedRequirements(read);
      const lost: string[] = plainest.filter((requirement) => failed.includes(requirement));
      if (lost.length > 0) assert.ok(first && lost.includes(first), `${first} comes before ${lost.join(', ')}`);
    });
  });
}
