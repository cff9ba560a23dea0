/** `beaconform check` and `beaconform record` as processes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';

const launcher = resolve(import.meta.dirname, '../../../cli/bin/beaconform.js');
const folder = mkdtempSync(join(tmpdir(), 'beaconform-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);

async function beaconform(args: string[], input = ''): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [launcher, ...args]);
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, stdout, stderr };
}

const line = (query: string) => `${JSON.stringify({ path: '/i', query })}\n`;
const logLine = '192.0.2.1 - - [20/Jan/2014:10:00:00 +0000] "GET /i?e=pv HTTP/1.1" 200 43 "-" "-"\n';

describe('check', () => {
  it('reads standard input and tells the format', async () => {
    const [ndjson, log] = await Promise.all([
      beaconform(['check', '-'], line('e=pv')),
      beaconform(['check', '-'], logLine),
    ]);
    expect([ndjson.code, log.code]).toEqual([0, 0]);
    expect(log.stdout).toBe('judged as snowplow 2014-01 (1 hits)\n1 requests, 1 hits: 1 conformant, 0 violating\n');
    expect(ndjson.stdout).toBe(log.stdout);
  });

  it.each([
    ['a hit violates', line('e=pv&vp=1'), 1, ''],
    ['a line is no JSON', `${line('e=pv')}oops\n`, 2, 'line 2 is no JSON'],
    ['the first line is no JSON', 'oops\n', 2, 'line 1 is no JSON'],
    ['the HAR breaks off', '{"log":{"entries":[', 2, 'breaks off'],
    ['nothing is a tracking request', `${JSON.stringify({ path: '/' })}\n`, 2, 'no tracking request found'],
    ['there is nothing', '', 2, 'no tracking request found'],
  ])('exits as agreed when %s', async (_, input, code, message) => {
    const run = await beaconform(['check', '-'], input);
    expect(run.code, run.stderr).toBe(code);
    expect(run.stderr).toContain(message);
  });

  it.each([
    ['a file that is not there', ['check', path('none')], 'ENOENT'],
    ['a report that cannot be written', ['check', '-', '--report', `json=${path('no/such/folder')}`], 'ENOENT'],
    ['a report of another format', ['check', '-', '--report', 'xml=x'], 'expected json=FILE'],
    ['an unknown format', ['check', '-', '--format', 'csv'], 'Allowed choices are ndjson, har, access-log'],
  ])('exits with 2 for %s', async (_, args, message) => {
    const run = await beaconform(args, line('e=pv'));
    expect(run.code, run.stderr).toBe(2);
    expect(run.stderr).toContain(message);
  });

  it('takes the format that is named', async () => {
    const run = await beaconform(['check', '-', '--format', 'access-log'], line('e=pv') + logLine);
    expect(run.stdout).toContain('1 lines are none of an access log, the first is line 1');
  });
});

describe('record', () => {
  it('records, judges, and says at the end what it found', async () => {
    const [out, report] = [path('out.ndjson'), path('report.json')];
    writeFileSync(out, line('e=pv'));
    const args = ['record', '--port', '0', '--out', out, '--report', `json=${report}`];
    const child = spawn(process.execPath, [launcher, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    const closed = once(child, 'close');
    const printed: string[] = [];
    for await (const each of createInterface({ input: child.stdout })) {
      printed.push(each);
      const url = /^listening on (http:\S+)$/.exec(each)?.[1];
      if (!url) continue;
      await fetch(`${url}/i?e=pv&vp=1`);
      await fetch(`${url}/i?e=pv`, { method: 'POST', body: new Uint8Array([0xff]) });
      child.kill('SIGTERM');
    }
    expect(await closed).toEqual([1, null]);
    expect(printed.at(-1)).toBe('2 requests, 2 hits: 0 conformant, 2 violating');
    expect(printed.join('\n')).toMatch(/0 violation snowplow\.vp\.form/);
    expect(readFileSync(out, 'utf8').split('\n')).toHaveLength(4);
    const live = JSON.parse(readFileSync(report, 'utf8'));
    const checked = path('checked.json');
    await beaconform(['check', out, '--report', `json=${checked}`]);
    const { requests } = JSON.parse(readFileSync(checked, 'utf8'));
    expect(requests.slice(1).map(({ hits }: { hits: unknown }) => hits)).toEqual(
      live.requests.map(({ hits }: { hits: unknown }) => hits),
    );
  });

  it('exits with 2 where it cannot listen or write', async () => {
    const address = await beaconform(['record', '--port', '0', '--host', '192.0.2.1']);
    expect([address.code, address.stderr]).toEqual([2, expect.stringContaining('EADDRNOTAVAIL')]);
    const file = await beaconform(['record', '--port', '0', '--out', path('no/such')]);
    expect([file.code, file.stderr]).toEqual([2, expect.stringContaining('ENOENT')]);
  });
});
