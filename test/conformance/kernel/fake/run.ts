import { onTestFinished } from 'vitest';
import type { Experiment } from '../../../../conformance/server/model.ts';
import type { RunOptions } from '../../../../conformance/server/run/options.ts';
import { runSuite } from '../../../../conformance/server/run/suite.ts';
import type { CheckResult, Report } from '../../../../generated/files/report.ts';
import { allExperiments, canary } from './experiments.ts';
import { fakeFacts } from './facts.ts';
import { type Behaviour, type FakeTracker, startFake } from './tracker.ts';

export interface FakeRun extends Partial<RunOptions> {
  experiments?: readonly Experiment[];
  behaviour?: Behaviour;
}

/** Runs the kernel against a fake tracker of its own. */
export async function runFake({
  experiments,
  behaviour,
  ...options
}: FakeRun = {}): Promise<{ report: Report; fake: FakeTracker }> {
  const fake = await startFake(behaviour);
  onTestFinished(() => fake.close());
  return { report: await runOn(fake.url, { ...options, ...(experiments ? { experiments } : {}) }), fake };
}

export function runOn(trackerUrl: string, { experiments = allExperiments, ...options }: FakeRun = {}): Promise<Report> {
  return runSuite({
    toolVersion: '0.0.0',
    trackerUrl,
    seed: 42,
    runs: 20,
    suites: [{ facts: fakeFacts, experiments, canary }],
    ...options,
  });
}

export function check(report: Report, id: string): CheckResult {
  const found = report.checks.find((one) => one.id === id);
  if (!found) throw new Error(`no check ${id} among ${report.checks.map((one) => one.id).join(', ')}`);
  return found;
}

/** `id: status` of every check that did not pass. */
export function notPassed(report: Report): string[] {
  return report.checks.filter(({ status }) => status !== 'passed').map(({ id, status }) => `${id}: ${status}`);
}
