import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Check, type CheckOptions } from '../../../conformance/client/check.ts';
import type { JudgedRequest } from '../../../conformance/client/finding.ts';
import { ReportFile } from '../../../conformance/client/report-file.ts';
import { TextReport } from '../../../conformance/client/text-report.ts';
import { validateCheckReport } from '../../../generated/files/validate-check-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'beaconform-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

function recording(name: string, queries: readonly string[], path = '/i'): string {
  const file = join(folder, name);
  writeFileSync(file, queries.map((query) => `${JSON.stringify({ path, query })}\n`).join(''));
  return file;
}

async function judged(files: string[], options: CheckOptions = {}): Promise<JudgedRequest[]> {
  const requests: JudgedRequest[] = [];
  for await (const batch of new Check(options).judge(files)) requests.push(...batch);
  return requests;
}

const of = (requests: JudgedRequest[], id: string) =>
  requests.filter(({ hits }) => hits.some(({ findings }) => findings.some(({ requirement }) => requirement === id)));

describe('a check', () => {
  it('numbers the requests of all files in their order', async () => {
    const files = [recording('1.ndjson', ['e=pv', 'e=pv']), recording('2.ndjson', ['e=pv'])];
    expect((await judged(files)).map(({ index }) => index)).toEqual([0, 1, 2]);
  });

  it('compares across files', async () => {
    const files = [recording('1.ndjson', ['e=pv&duid=a&nuid=n']), recording('2.ndjson', ['e=pv&duid=b&nuid=n'])];
    expect(of(await judged(files), 'snowplow.network-user.domain-id-stays')).toMatchObject([{ index: 1 }]);
  });

  it('waits for the requests after an item, and not for ever', async () => {
    const item = 'e=ti&ti_id=1&dtm=1361553733313';
    const transaction = 'e=tr&tr_id=1&dtm=1361553733313';
    const between = (count: number) => recording('w.ndjson', [item, ...Array(count).fill('e=pv'), transaction]);
    expect(of(await judged([between(10)]), 'snowplow.ecommerce.items-follow')).toEqual([]);
    // Read in one piece, so that only what was read later may be missed.
    const lone = recording('l.ndjson', [item]);
    expect(
      of(await judged([lone, recording('t.ndjson', [transaction])]), 'snowplow.ecommerce.items-follow'),
    ).toMatchObject([{ index: 0 }]);
  });

  it('takes a HAR for one browser', async () => {
    const entry = (query: string) => ({ request: { method: 'GET', url: `http://c.example/i?${query}`, headers: [] } });
    const file = join(folder, 'x.har');
    writeFileSync(file, JSON.stringify({ log: { entries: [entry('e=pv&duid=a'), entry('e=pv&duid=b')] } }));
    expect(of(await judged([file]), 'snowplow.network-user.domain-id-stays')).toMatchObject([{ index: 1 }]);
    expect(
      of(
        await judged([recording('x.ndjson', ['e=pv&duid=a', 'e=pv&duid=b'])]),
        'snowplow.network-user.domain-id-stays',
      ),
    ).toEqual([]);
  });

  it('says that an access log holds no bodies', async () => {
    const file = join(folder, 'access.log');
    const line = (request: string) =>
      `192.0.2.1 - - [20/Jan/2014:10:00:00 +0000] "${request} HTTP/1.1" 200 43 "-" "x"\n`;
    writeFileSync(
      file,
      `${line('POST /piwik.php')}${line('POST /piwik.php?queuedtracking=0')}${line('GET /piwik.php?rec=1')}other\n`,
    );
    const check = new Check();
    const requests: JudgedRequest[] = [];
    for await (const batch of check.judge([file])) requests.push(...batch);
    expect(requests.map(({ hits }) => hits.length)).toEqual([0, 0, 1]);
    expect(requests[0]?.reason).toMatch(/does not hold the body/);
    expect(check.notes).toEqual([expect.stringMatching(/1 lines are none of an access log, the first is line 4/)]);
  });

  it('says when it could not keep the state of all', async () => {
    const queries = Array.from({ length: 20 }, (_, n) => `e=pv&duid=u${n}&dtm=1361553733313`);
    const check = new Check({ keep: 5 });
    for await (const _ of check.judge([recording('many.ndjson', queries)]));
    expect(check.notes).toEqual([expect.stringContaining('that of 5 is kept')]);
  });
});

describe('the report of a check', () => {
  it('has the published schema, however many requests there are', async () => {
    const queries = Array.from({ length: 3000 }, (_, n) => (n % 3 === 0 ? 'e=pv&vp=wide' : n % 3 === 1 ? '' : 'e=pv'));
    const path = join(folder, 'report.json');
    const text = new TextReport();
    const report = await ReportFile.open(path);
    for await (const batch of new Check().judge([recording('r.ndjson', queries)])) {
      text.add(batch);
      await report.write(batch);
    }
    await report.close(text.summary, ['A note.']);
    const read = JSON.parse(readFileSync(path, 'utf8'));
    expect(validateCheckReport(read)).toEqual([]);
    expect(read.summary).toEqual({ requests: 3000, hits: 2000, conformant: 1000, violating: 1000 });
    expect(read.requests).toHaveLength(3000);
    expect(read.notes).toEqual(['A note.']);
  });

  it('is valid without a request', async () => {
    const path = join(folder, 'empty.json');
    const report = await ReportFile.open(path);
    await report.close(new TextReport().summary, []);
    expect(validateCheckReport(JSON.parse(readFileSync(path, 'utf8')))).toEqual([]);
  });

  it('prints the first of a kind and counts the others', async () => {
    const text = new TextReport();
    const lines = text.add(await judged([recording('p.ndjson', [...Array(9).fill('e=pv&vp=wide'), 'e=pv&cookie=2'])]));
    expect(lines.filter((line) => line.includes('snowplow.vp.form'))).toHaveLength(5);
    expect(lines.filter((line) => line.includes('snowplow.cookie.form'))).toHaveLength(1);
    expect(text.closing([])).toContain('      9 × violation snowplow.vp.form, first in 0');
    expect(text.closing([]).at(-1)).toBe('10 requests, 10 hits: 0 conformant, 10 violating');
  });

  it('steers no terminal', async () => {
    const lines = new TextReport().add(await judged([recording('e.ndjson', ['e=%1B%5B2J'])]));
    expect(lines.join('')).toMatch(/\\u001b\[2J/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(lines.join('')).not.toMatch(/[\u0000-\u001f]/);
  });
});
