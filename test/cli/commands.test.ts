/** The commands that know versions, as processes: exit codes and what they print. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';

const launcher = resolve(import.meta.dirname, '../../cli/bin/beaconform.js');
const folder = mkdtempSync(join(tmpdir(), 'beaconform-versions-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function beaconform(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [launcher, ...args]);
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code, stdout, stderr };
}

describe('diff', () => {
  it('prints one JSON document', async () => {
    const { code, stdout } = await beaconform('diff', 'piwik@2.0', 'piwik@5', '--json');
    const difference = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(difference).toMatchObject({ protocol: 'piwik', from: '2.0', to: '5' });
    expect(Object.keys(difference.parameters)).toEqual(['added', 'removed', 'changed', 'unchanged']);
    expect(difference.breaking.length).toBeGreaterThan(10);
  });

  it('prints text for people', async () => {
    const { code, stdout } = await beaconform('diff', 'snowplow@2014-01', 'snowplow@tp2');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^snowplow 2014-01 → tp2\n\nEnd points\n {2}\+ com\.snowplowanalytics\.snowplow\/tp2/);
  });

  it.each([
    [['piwik@2.0', 'piwik@4'], /"piwik@4" is no version of the spec: expected one of piwik@2\.0, piwik@5, snowplow/],
    [['piwik@2.0', 'snowplow@tp2'], /expected two versions of one protocol/],
    [['piwik@2.0'], /missing required argument/],
  ])('exits with 2 for %j', async (names, message) => {
    const { code, stderr } = await beaconform('diff', ...names);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
});

describe('test', () => {
  it.each([
    [
      'http://127.0.0.1:9/matomo.php',
      /matomo\.php is an end point of Matomo Tracking API 5 \(piwik 5\), which this version does not test/,
    ],
    ['http://127.0.0.1:9/com.acme/tp2', /\(snowplow tp2\), which this version does not test/],
  ])('says that it does not test what %s speaks, and what it tests', async (url, message) => {
    const { code, stderr } = await beaconform('test', url);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/tested are piwik 2\.0 \(piwik\.php\), snowplow 2014-01 \(i, ice\.png\)/);
  });

  it('exits with 2 for a version without experiments, also when it is named', async () => {
    const named = ['--protocol', 'piwik', '--protocol-version', '5'];
    const { code, stderr } = await beaconform('test', 'http://127.0.0.1:9/matomo.php', ...named);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/piwik 5: expected one of piwik 2\.0, snowplow 2014-01/)]);
  });

  it('tests such an address by another version when that is named', async () => {
    const named = ['--protocol', 'piwik', '--protocol-version', '2.0'];
    const { code, stderr } = await beaconform('test', 'http://127.0.0.1:9/matomo.php', ...named);
    expect([code, stderr]).toEqual([3, expect.stringMatching(/nothing answers/)]);
  });
});

describe('list, explain, target and generate', () => {
  it('name every version, and say which are tested', async () => {
    const { stdout } = await beaconform('list', '--json');
    const known: { protocol: string; version: string; tested: boolean }[] = JSON.parse(stdout).protocols;
    expect(known.map(({ protocol, version, tested }) => [protocol, version, tested])).toEqual([
      ['piwik', '2.0', true],
      ['piwik', '5', false],
      ['snowplow', '2014-01', true],
      ['snowplow', 'tp2', false],
    ]);
  });

  it('explain what several versions say alike once, with the checks of those that are tested', async () => {
    const { stdout } = await beaconform('explain', 'piwik.visit.within-30-minutes', '--json');
    const found: { versions: string[]; checks: string }[] = JSON.parse(stdout);
    expect(found.map(({ versions }) => versions)).toEqual([['piwik 2.0'], ['piwik 5']]);
    expect(found.map(({ checks }) => checks !== 'none')).toEqual([true, false]);
    const alike = JSON.parse((await beaconform('explain', 'piwik.transport.fresh-random', '--json')).stdout);
    expect(alike).toMatchObject([{ versions: ['piwik 2.0', 'piwik 5'] }]);
  });

  it('a target claims only what is tested', async () => {
    expect(JSON.parse((await beaconform('target')).stdout).protocols).toEqual([
      { protocol: 'piwik', version: '2.0' },
      { protocol: 'snowplow', version: '2014-01' },
    ]);
  });

  it.each([
    [[], 'Matomo Tracking API 5'],
    [['--protocol-version', '2.0'], 'Piwik Tracking API 2.0'],
  ])('generate %j writes the client of %s', async (version, title) => {
    const out = join(folder, title);
    const { code } = await beaconform('generate', '--protocol', 'piwik', ...version, '--out', out);
    expect(code).toBe(0);
    expect(readFileSync(join(out, 'client.ts'), 'utf8')).toContain(`What one request of ${title} says`);
  });
});
