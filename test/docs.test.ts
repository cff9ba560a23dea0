/** The commands of the walk-throughs, run as far as they go without the servers they speak of. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { validateReport } from '../generated/files/validate-report.ts';
import { beaconform } from './contract/command.ts';

const root = resolve(import.meta.dirname, '..');
const pages = ['against-matomo.md', 'against-snowplow-micro.md', 'in-ci.md'];
const texts = pages.map((name) => readFileSync(join(root, 'docs', name), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'beaconform-docs-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Words of a line as a shell splits it; the pages quote with single quotes only. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

const lines = [...new Set(texts.flatMap((text) => text.match(/^npx beaconform .*$/gm) ?? []))];
const tests = lines.filter((line) => line.startsWith('npx beaconform test'));
/** The example of the page. */
const known = texts.join('\n').match(/^\[\{ "requirement".*$/m)?.[0] ?? '';

describe('the walk-throughs', () => {
  test('have commands', () => expect([tests.length, lines.length]).toEqual([10, 14]));

  test.each(tests)('%s', async (line) => {
    writeFileSync(join(folder, 'known.json'), known);
    const words = wordsOf(line.replace('npx beaconform ', ''))
      // Files of the reader's own folder, written here into ours.
      .map((word) => word.replace(/^(known\.json|failures)$/, join(folder, '$1')))
      .map((word) => word.replace(/^(json|html|junit)=(.*)$/, (_, format, file) => `${format}=${join(folder, file)}`));
    const { code, stdout, stderr } = await beaconform(...words, '--dry-run', '--runs', '1');
    expect(code, stdout + stderr).toBe(0);
    expect(stdout).toMatch(/^(piwik|snowplow) \S+: \d+ checks?, /m);
  });

  test.each(lines.filter((line) => !tests.includes(line)))('%s', async (line) => {
    const [, , command = '', ...rest] = wordsOf(line);
    const options = rest.filter((word) => word.startsWith('--'));
    const { code, stdout } = await beaconform(command, '--help');
    expect(code).toBe(0);
    for (const option of options) expect(stdout).toContain(option);
  });

  test('are linked from the README', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    for (const page of pages) expect(readme).toContain(`docs/${page}`);
  });

  test('speak of reports that validate', () => {
    const faults = validateReport(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')));
    expect(faults).toEqual([]);
  });
});
