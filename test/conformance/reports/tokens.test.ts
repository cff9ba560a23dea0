import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Format, formats } from '../../../conformance/server/reports/formats.ts';
import { ResultStream } from '../../../conformance/server/reports/ndjson/stream.ts';
import { runSuite } from '../../../conformance/server/run/suite.ts';
import { targetNamed } from '../../../conformance/server/targets/named.ts';
import type { Report } from '../../../generated/files/report.ts';
import { startServer } from '../../../reference-server/server.ts';
import { facts } from './report.ts';

// Written otherwise in a query and in JSON than it is.
const token = 'Zq7/+ "token"';
const forms = [token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1), 'Zq7'];

describe('a token', () => {
  const lines: string[] = [];
  let report: Report;
  let closed: Promise<void>;

  beforeAll(async () => {
    const server = await startServer({
      port: 0,
      host: '127.0.0.1',
      database: ':memory:',
      records: true,
      token,
      faults: ['piwik.visit.gap-from-first-action', 'piwik.bulk.last-entry-swallowed'],
    });
    const stream = new ResultStream({ write: (line) => lines.push(line) });
    const target = targetNamed('beaconform');
    report = await runSuite({
      toolVersion: '0.0.0',
      trackerUrl: `${server.url}/piwik.php`,
      token,
      runs: 20,
      seed: 1,
      only: ['piwik.visit.*', 'piwik.bulk.*', 'piwik.authentication.*'],
      onProgress: (event) => stream.onProgress(event),
      ...(target ? { target } : {}),
    });
    stream.end(report);
    closed = server.close();
  }, 60_000);

  afterAll(() => closed);

  it('was sent in the cases that are shown', () => {
    const shown = report.checks.flatMap(({ counterexample }) => counterexample?.requests ?? []);
    expect(shown.some(({ url }) => url.includes('$BEACONFORM_TOKEN'))).toBe(true);
    expect(shown.some(({ body }) => body?.includes('$BEACONFORM_TOKEN'))).toBe(true);
  });

  const all: Record<string, Format> = { ...formats, ndjson: () => lines.join('') };
  for (const [name, format] of Object.entries(all)) {
    it(`stands in no ${name} report`, () => {
      const text = format(report, facts);
      expect(text.length).toBeGreaterThan(1_000);
      for (const form of forms) expect(text).not.toContain(form);
    });
  }
});
