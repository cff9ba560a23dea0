import { describe, expect, it } from 'vitest';
import { reportOfStream } from '../../../conformance/server/reports/ndjson/read.ts';
import { ResultStream } from '../../../conformance/server/reports/ndjson/stream.ts';
import { UsageError } from '../../../conformance/server/run/errors.ts';
import type { Report } from '../../../generated/files/report.ts';
import { validateReport } from '../../../generated/files/validate-report.ts';
import { type FakeRun, runFake } from '../kernel/fake/run.ts';

/** A run whose results were streamed; each batch is told of, however soon it follows. */
async function streamed(options: FakeRun = {}): Promise<{ report: Report; lines: string[] }> {
  const lines: string[] = [];
  let now = 0;
  const stream = new ResultStream({ write: (line) => lines.push(line), clock: () => (now += 100_000) });
  const { report } = await runFake({ ...options, onProgress: (event) => stream.onProgress(event) });
  stream.end(report);
  return { report, lines };
}

const statuses = ({ checks }: Report) => Object.fromEntries(checks.map(({ id, status }) => [id, status]));

// The kernel's fake tracker loses every hit with money on it.
const lossy: FakeRun = { behaviour: { store: (rows, hit) => (hit.has('money') ? [] : rows) } };

describe('a stream of results', () => {
  it('gives the report of a run that came to its end', async () => {
    const { report, lines } = await streamed();
    expect(reportOfStream(lines.join(''))).toEqual(report);
    expect(report.complete).toBe(true);
  });

  it('gives it with failures and expected failures too', async () => {
    const { report, lines } = await streamed({
      ...lossy,
      expectedFailures: [{ requirement: 'fake.money', reason: 'known' }],
    });
    expect(reportOfStream(lines.join(''))).toEqual(report);
    expect(Object.values(statuses(report))).toContain('expected-failure');
  });

  it('gives a valid report, marked incomplete, wherever it was interrupted', async () => {
    const { report, lines } = await streamed(lossy);
    const all = lines.join('');
    const final = statuses(report);
    let failures = 0;
    for (let end = (lines[0] as string).length; end < all.length - 1; end += 97) {
      const partial = reportOfStream(all.slice(0, end));
      expect(validateReport(partial)).toEqual([]);
      expect(partial.complete).toBe(false);
      expect(Object.keys(statuses(partial)).sort()).toEqual(Object.keys(final).sort());
      for (const [id, status] of Object.entries(statuses(partial))) {
        if (status === 'failed') expect([id, final[id]]).toEqual([id, 'failed']);
      }
      failures += partial.summary.failed;
    }
    expect(failures).toBeGreaterThan(0);
  });

  it('tells a failure before the run is over, with what was sent', async () => {
    const { lines } = await streamed({ ...lossy, runs: 300 });
    const first = lines.findIndex((line) => line.includes('"status":"failed"'));
    const told = JSON.parse(lines[first] as string);
    expect(told).toMatchObject({ line: 'check', final: false, check: { status: 'failed' } });
    expect(told.check.counterexample.requests.length).toBeGreaterThan(0);
    expect(lines.slice(first).some((line) => line.startsWith('{"line":"standing"'))).toBe(true);
  });

  it('hides what was not reached under no other name', async () => {
    const { lines } = await streamed();
    const report = reportOfStream(lines[0] as string);
    expect(new Set(report.checks.map(({ status }) => status))).toEqual(new Set(['skipped']));
    for (const { reason } of report.checks) expect(reason).toMatch(/interrupted/);
  });

  it('refuses what is no stream, and names a broken line', async () => {
    const { lines } = await streamed();
    expect(() => reportOfStream('')).toThrow(UsageError);
    expect(() => reportOfStream('{"seed":1}')).toThrow(/expected a stream/);
    expect(() => reportOfStream([lines[0], '{"line":', lines[1]].join('\n'))).toThrow(/line 2 /);
  });
});
