import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleFailures } from '../../../conformance/server/bundle/bundle.ts';
import { runSuite } from '../../../conformance/server/run/suite.ts';
import { targetNamed } from '../../../conformance/server/targets/named.ts';
import { faults } from '../../../reference-server/faults/index.ts';
import { type RunningServer, startServer } from '../../../reference-server/server.ts';

const token = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const nodeModules = resolve(import.meta.dirname, '../../../node_modules');

/** Faults of each kind: a relation of rows, a row that must not be there, columns of two protocols, an answer. */
const broken = faults.filter(({ id }) =>
  [
    'piwik.visit.gap-from-first-action',
    'piwik.bots.tracked',
    'piwik.custom-variables.visit-lost',
    'snowplow.encoding.plus-kept',
    'snowplow.response.cut-pixel',
  ].includes(id),
);

const serve = (faults: string[]) =>
  startServer({ port: 0, host: '127.0.0.1', database: ':memory:', records: true, token, faults });

/** Runs a program in a folder as a person would who got the bundle: with the address and the token of the target. */
function run(folder: string, server: RunningServer, endpoint: string, program: string, ...args: string[]) {
  const env = {
    ...process.env,
    BEACONFORM_TRACKER: `${server.url}/${endpoint}`,
    BEACONFORM_READER_URL: `${server.url}/`,
    BEACONFORM_TOKEN: token,
  };
  return new Promise<{ code: number; output: string }>((done) => {
    execFile(program, args, { cwd: folder, env, timeout: 50_000 }, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
    );
  });
}

const vitest = (folder: string, server: RunningServer, endpoint: string) =>
  run(folder, server, endpoint, process.execPath, join(nodeModules, 'vitest/vitest.mjs'), 'run', '--root', folder);

describe.each(broken)('the scripts for $id', ({ id, requirement }) => {
  const folder = mkdtempSync(join(tmpdir(), 'beaconform-bundle-'));
  const endpoint = requirement.startsWith('piwik') ? 'piwik.php' : 'i';
  let faulty: RunningServer;
  let right: RunningServer;
  let reasons: string[];

  beforeAll(async () => {
    faulty = await serve([id]);
    right = await serve([]);
    const target = targetNamed('beaconform');
    const options = {
      toolVersion: '0.0.0',
      trackerUrl: `${faulty.url}/${endpoint}`,
      token,
      runs: 25,
      seed: 7,
      only: [requirement],
      ...(target ? { target } : {}),
    };
    const report = await bundleFailures(await runSuite(options), options, folder);
    reasons = report.checks.flatMap(({ status, reason = '' }) => (status === 'failed' ? [reason] : []));
    symlinkSync(nodeModules, join(folder, 'node_modules'));
  }, 60_000);

  afterAll(async () => {
    await faulty?.close();
    await right?.close();
    rmSync(folder, { recursive: true });
  });

  const written = (name: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.endsWith(name) && !path.startsWith('node_modules'),
    );

  it('reproduce it 3 of 3', () => {
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(reason).toMatch(/repro\.sh reproduced 3 of 3/);
  });

  it('hold no token and import nothing of ours', () => {
    for (const path of [...written('repro.sh'), ...written('repro.test.ts'), 'README.md']) {
      const text = readFileSync(join(folder, path), 'utf8');
      expect(text).not.toContain(token);
      for (const [, imported] of text.matchAll(/from "([^"]+)"/g)) expect(imported).toMatch(/^(node:|vitest$)/);
    }
  });

  it('show by curl what was expected and what was stored', async () => {
    for (const path of written('repro.sh')) {
      const { code, output } = await run(folder, faulty, endpoint, 'sh', path);
      expect([code, output]).toEqual([0, expect.stringMatching(/request 1: HTTP\/1\.1 \d{3}.*Expected/s)]);
      expect(output).not.toContain(token);
    }
  });

  it('fail where the fault is and pass where it is not', async () => {
    const failing = await vitest(folder, faulty, endpoint);
    expect(failing.output).toMatch(new RegExp(`Tests .*${reasons.length} failed`));
    expect(failing.code).toBe(1);
    const passing = await vitest(folder, right, endpoint);
    expect([passing.code, passing.output]).toEqual([0, expect.stringMatching(/Tests .*\d+ passed/)]);
  });
});
