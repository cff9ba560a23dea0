import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { formats } from '../../../conformance/server/reports/formats.ts';
import { createProgressLine } from '../../../conformance/server/reports/progress-line.ts';
import { curlOf } from '../../../conformance/server/run/curl.ts';
import { redacted } from '../../../conformance/server/run/redact.ts';
import type { Report } from '../../../generated/files/report.ts';
import { events, ledger } from './fake/experiments.ts';
import { fakeFacts } from './fake/facts.ts';
import { check, runFake } from './fake/run.ts';

const schema = JSON.parse(readFileSync(new URL('../../../spec/files/report.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

function valid(report: Report): void {
  const written = JSON.parse(formats.json?.(report, [fakeFacts]) ?? '');
  validate(written);
  expect(validate.errors ?? []).toEqual([]);
}

const text = (report: Report) => formats.text?.(report, [fakeFacts]) ?? '';

describe('the JSON report', () => {
  it('obeys its published schema, whatever the verdict', async () => {
    valid((await runFake()).report);
    valid((await runFake({ reader: 'none' })).report);
    valid((await runFake({ dryRun: true })).report);
    valid((await runFake({ maxRequests: 30, behaviour: { store: () => [] } })).report);
    const wrong = await runFake({
      behaviour: {
        store: (rows) => rows.map((row) => ({ ...row, t: 'no', visit: 1 })),
        status: (count) => (count > 9 ? 500 : 200),
      },
      expectedFailures: [
        { requirement: 'fake.t', reason: 'known' },
        { requirement: 'fake.bot', reason: 'not known' },
      ],
    });
    valid(wrong.report);
  }, 20_000);
});

describe('the text report', () => {
  it('says what was sent, what must follow, what came, where the spec says so, and how to replay it', async () => {
    const { report, fake } = await runFake({
      behaviour: { store: (rows) => rows.map((row) => (row.w === null ? row : { ...row, w: 7 })) },
    });
    const { counterexample, reproduce } = check(report, 'fake.events/fake.w');
    const shown = text(report);
    expect(shown).toContain('FAIL MUST fake.w in fake.events');
    expect(shown).toContain('The sentence of fake.w.');
    expect(shown).toContain('Source: A section');
    expect(shown).toContain(`GET ${counterexample?.requests[0]?.url}`);
    expect(shown).toMatch(/w {2}expected \d+ {2}stored 7/);
    expect(shown).toContain(`Replay: beaconform test ${fake.url} --replay fake.events/fake.w/42/`);
    expect(reproduce?.curl).toContain(counterexample?.requests[0]?.url);
    for (const { id } of report.requirements) expect(shown).toContain(id);
    expect(shown).toContain('fake.capitals: kept');
    expect(shown).toMatch(/not conformant: 1 of 15 checks failed\n$/);
  });

  it('names one missing row once, with all that it fails', async () => {
    const { report } = await runFake({ behaviour: { store: (rows, hit) => (hit.has('money') ? [] : rows) } });
    const shown = text(report);
    expect(shown).toContain('The same missing row fails 4 more checks: ');
    expect(shown.match(/no row of events was found/g)).toHaveLength(1);
  });

  it('escapes what would steer a terminal', async () => {
    const hostile = '\u001b[2J\u009b1m\u202e\r\n"<script>`$(id)`';
    const { report } = await runFake({
      experiments: [ledger],
      behaviour: { store: (rows) => rows.map((row) => (row.t === null ? row : { ...row, t: hostile })) },
    });
    expect(check(report, 'fake.ledger/fake.case').counterexample?.stored[0]?.columns.t).toBe(hostile);
    expect(text(report)).toMatch(/\[2J/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point
    expect(text(report)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

describe('a token', () => {
  const token = 'se cret+"\'$1/ä';
  const leaky = {
    ...events,
    render: (...[plan, identity, target]: Parameters<typeof events.render>) => {
      const scenario = events.render(plan, identity, target);
      const requests = scenario.requests.map((request) => ({
        ...request,
        query: `${request.query}&token_auth=${encodeURIComponent(target.token ?? '')}`,
        headers: { 'x-token': encodeURIComponent(target.token ?? '') },
        body: JSON.stringify({ token_auth: target.token }),
        method: 'POST' as const,
      }));
      return { ...scenario, requests };
    },
  };

  it('appears nowhere, and the curl line still works with it', async () => {
    const { report } = await runFake({
      token,
      experiments: [leaky],
      behaviour: { store: (rows, hit) => rows.map((row) => ({ ...row, t: `${hit.get('token_auth')}` })) },
    });
    const failed = check(report, 'fake.events/fake.t');
    expect(failed.status).toBe('failed');
    for (const written of [JSON.stringify(report), text(report)]) {
      expect(written).not.toContain(token);
      expect(written).not.toContain(encodeURIComponent(token));
      expect(written).not.toContain('se cret');
      expect(written).toContain('$BEACONFORM_TOKEN');
    }
    const shell = (failed.reproduce?.curl ?? '').replaceAll(/^curl /gm, 'printf "%s\\n" ');
    const printed = execFileSync('sh', ['-c', shell], { env: { BEACONFORM_TOKEN: 'T O K' }, encoding: 'utf8' });
    expect(printed).toContain('{"token_auth":"T O K"}');
    expect(printed).toContain('x-token: T O K');
    expect(printed).toMatch(/http:\/\/127.0.0.1:\d+\/i\?aid=\S+&token_auth=T O K/);
  });

  it('that is short is known by its parameter', () => {
    expect(redacted({ a: ['x?b=1&token_auth=1&c=1'], b: '{"token_auth":"1"}' }, '1')).toEqual({
      a: ['x?b=1&token_auth=$BEACONFORM_TOKEN&c=1'],
      b: '{"token_auth":"$BEACONFORM_TOKEN"}',
    });
  });
});

it('curl lines survive a shell', () => {
  const odd = `a'b"c$d\`e\\f !g\n&h`;
  const lines = curlOf([{ method: 'POST', url: `http://h/${odd}`, headers: { 'x-a': odd, 'x-empty': '' }, body: odd }]);
  const printed = execFileSync('sh', ['-c', lines.replace(/^curl /, 'printf "%s|" ')], { encoding: 'utf8' });
  expect(printed).toContain(`|x-a: ${odd}|--header|x-empty;|--data-binary|${odd}|http://h/${odd}|`);
});

describe('the live line', () => {
  it('is written on a terminal only and then removed', () => {
    const written: string[] = [];
    const line = createProgressLine({ isTTY: true, columns: 80, write: (piece) => written.push(piece) });
    line.onProgress({ event: 'batch', protocol: 'piwik', done: 1, total: 2, requests: 3, failing: 0 });
    line.end();
    expect(written.join('')).toMatch(/1 of 2 cases.*\r.\[2K$/);
    const quiet = createProgressLine({ write: (piece) => written.push(piece) });
    const before = written.length;
    quiet.onProgress({ event: 'batch', protocol: 'piwik', done: 1, total: 2, requests: 3, failing: 0 });
    quiet.end();
    expect(written.length).toBe(before);
  });
});
