import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { reportOfStream } from '../../../conformance/server/reports/ndjson/read.ts';
import type { Report } from '../../../generated/files/report.ts';
import { validateReport } from '../../../generated/files/validate-report.ts';
import { startServer } from '../../../reference-server/server.ts';

// Not by the launcher, which would take a built file that may be older.
const program = `import { main } from '${pathToFileURL(resolve(import.meta.dirname, '../../../cli/main.ts')).href}';
await main(process.argv);`;
const folder = mkdtempSync(join(tmpdir(), 'beaconform-interruption-'));
const stream = join(folder, 'run.ndjson');
const json = join(folder, 'run.json');
const token = '0123456789abcdef0123456789abcdef';

afterAll(() => rmSync(folder, { recursive: true }));

/** Ends a run by a signal as soon as its stream tells how the checks stand. */
async function interrupted(signal: NodeJS.Signals): Promise<string | null> {
  const server = await startServer({ port: 0, host: '127.0.0.1', database: ':memory:', records: true, token });
  rmSync(stream, { force: true });
  const options = [
    '--only',
    'snowplow.res.*',
    '--runs',
    '5000',
    '--report',
    `ndjson=${stream}`,
    '--report',
    `json=${json}`,
    '--token',
    token,
  ];
  const node = ['--input-type=module', '--eval', program, 'beaconform'];
  const child = spawn(process.execPath, [...node, 'test', `${server.url}/i`, ...options], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr?.on('data', (chunk) => {
    complaint += chunk;
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  const until = performance.now() + 40_000;
  while (!existsSync(stream) || !readFileSync(stream, 'utf8').includes('{"line":"standing"')) {
    if (child.exitCode !== null) throw new Error(`the run ended before it was interrupted: ${complaint}`);
    if (performance.now() > until) throw new Error('no standing was written within 40 s');
    await delay(50);
  }
  child.kill(signal);
  const [, by] = await ended;
  await server.close();
  return by;
}

function expectUsable(report: Report): void {
  expect(validateReport(report)).toEqual([]);
  expect(report.complete).toBe(false);
  expect(report.requestsSent).toBeGreaterThan(0);
  expect(report.checks.some(({ runs }) => runs > 0)).toBe(true);
}

describe('an interrupted run', () => {
  it('leaves a usable stream when it is killed', async () => {
    expect(await interrupted('SIGKILL')).toBe('SIGKILL');
    expectUsable(reportOfStream(readFileSync(stream, 'utf8')));
    expect(existsSync(json)).toBe(false);
  });

  it('still writes its reports on Ctrl-C, marked incomplete, without the token', async () => {
    expect(await interrupted('SIGINT')).toBe('SIGINT');
    const text = readFileSync(json, 'utf8');
    expectUsable(JSON.parse(text));
    expect(text + readFileSync(stream, 'utf8')).not.toContain(token);
  });
});
