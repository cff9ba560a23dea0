import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bundleFailures } from '../../../conformance/server/bundle/bundle.ts';
import type { RunOptions } from '../../../conformance/server/run/options.ts';
import { runSuite } from '../../../conformance/server/run/suite.ts';
import type { Report } from '../../../generated/files/report.ts';
import { allExperiments, canary } from '../kernel/fake/experiments.ts';
import { fakeFacts } from '../kernel/fake/facts.ts';
import { check } from '../kernel/fake/run.ts';
import { type Behaviour, startFake } from '../kernel/fake/tracker.ts';

/** Runs the kernel's fake suite against a tracker that loses hits with money on them, then bundles. */
async function bundledAfter(change: (behaviour: Behaviour) => void, more: Partial<RunOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'beaconform-flaky-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const behaviour: Behaviour = { store: (rows, hit) => (hit.has('money') ? [] : rows) };
  const fake = await startFake(behaviour);
  onTestFinished(() => fake.close());
  const suites = [{ facts: fakeFacts, experiments: allExperiments, canary }];
  const options = { toolVersion: '0.0.0', trackerUrl: fake.url, seed: 42, runs: 20, suites, ...more };
  const before = await runSuite(options);
  change(behaviour);
  const sent = fake.hits.length;
  const after: Report = await bundleFailures(before, options, folder);
  return { before, after, sent: fake.hits.length - sent, index: readFileSync(join(folder, 'README.md'), 'utf8') };
}

describe('a bundle', () => {
  it('says that a failure was reproduced 3 of 3, and counts what it sent', async () => {
    const { before, after, sent, index } = await bundledAfter(() => {});
    const failed = after.checks.filter(({ status }) => status === 'failed');
    expect(failed.length).toBeGreaterThan(0);
    for (const { reason } of failed.slice(0, 10)) expect(reason).toMatch(/\(repro\.sh reproduced 3 of 3\)$/);
    expect(after.requestsSent - before.requestsSent).toBe(sent);
    expect(index).toContain('| 3 of 3 |');
  });

  it('calls a failure flaky that does not come again, and shows every attempt', async () => {
    const { before, after, index } = await bundledAfter((behaviour) => {
      delete behaviour.store;
    });
    const { id } = before.checks.find(({ status }) => status === 'failed') ?? { id: '' };
    expect(check(after, id)).toMatchObject({ status: 'failed' });
    expect(check(after, id).reason).toMatch(/^flaky: .*reproduced 0 of 3; run 1: it did not fail; run 2: .*; run 3: /);
    expect(index).toContain('| 0 of 3: flaky |');
  });

  it('keeps to the limits of the run', async () => {
    const { after, sent, index } = await bundledAfter(() => {}, { maxRequests: 500 });
    expect(after.requestsSent).toBeLessThanOrEqual(500);
    if (sent === 0) expect(index).toContain('not run');
  });
});
