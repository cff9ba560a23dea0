import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CheckResult, Report } from '../../../generated/files/report.ts';
import type { RunOptions } from '../run/options.ts';
import type { ScriptRun } from './attempts.ts';
import { type BundledCase, bundledCase } from './bundled-case.ts';
import { renderIndex } from './index-page.ts';
import type { Observed } from './observed.ts';
import { shellScript } from './shell/script.ts';
import { Trial } from './trial.ts';
import { testScript } from './vitest/script.ts';

/** A failed check whose scripts were written. */
export interface BundledFailure {
  check: CheckResult;
  /** Folder of its scripts, relative to the bundle's. */
  folder: string;
  /** Runs of its shell script, or why it was not run. */
  runs: readonly ScriptRun[] | string;
}

/**
 * Writes `repro.sh` and `repro.test.ts` for each failed check of a report into a folder, runs the shell script of the
 * first ones, and says in their reasons how often it reproduced the failure.
 *
 * @param options those of the run, whose target must still be there
 * @throws Error when a file cannot be written or a script breaks off
 */
export async function bundleFailures(report: Report, options: RunOptions, folder: string): Promise<Report> {
  const failed = report.checks.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return report;
  const trial = new Trial(options, report);
  const bundled: BundledFailure[] = [];
  try {
    for (const check of leadersFirst(failed)) {
      const one = bundledCase(check, options);
      if (one) bundled.push(await writeScripts(one, options, folder, trial));
    }
  } finally {
    await trial.close();
  }
  await writeFile(join(folder, 'README.md'), renderIndex(report, bundled));
  const told = new Map(bundled.map((failure) => [failure.check.id, failure]));
  return {
    ...report,
    requestsSent: report.requestsSent + trial.requestsSent,
    checks: report.checks.map((check) => withOutcome(check, told.get(check.id))),
  };
}

/** Those that were shrunk stand for a cause each, so they are tried first. */
function leadersFirst(failed: readonly CheckResult[]): CheckResult[] {
  const shrinks = ({ counterexample }: CheckResult) => Math.min(counterexample?.shrinks ?? 0, 1);
  return [...failed].sort((a, b) => shrinks(b) - shrinks(a));
}

async function writeScripts(
  bundled: BundledCase,
  run: RunOptions,
  folder: string,
  trial: Trial,
): Promise<BundledFailure> {
  const path = bundled.check.id.replaceAll(/[^A-Za-z0-9._/-]/g, '_');
  const own = join(folder, path);
  await mkdir(own, { recursive: true });
  const door = await trial.hasDoor(bundled);
  await writeFile(join(own, 'repro.sh'), shellScript(bundled, { run, door }), { mode: 0o755 });
  const runs = await trial.run(bundled, join(own, 'repro.sh'));
  const observed = observedIn(bundled, runs);
  await writeFile(join(own, 'repro.test.ts'), testScript(bundled, { run, door, observed }));
  return { check: bundled.check, folder: path, runs };
}

/** What the runs of the script showed, else what the report shows. */
function observedIn({ check }: BundledCase, runs: BundledFailure['runs']): Observed[] {
  const seen = typeof runs === 'string' ? [] : runs.flatMap(({ observed }) => observed ?? []);
  const told = { stored: check.counterexample?.stored ?? [], replies: [], values: new Map() };
  return seen.length > 0 ? seen : [told];
}

function withOutcome(check: CheckResult, failure: BundledFailure | undefined): CheckResult {
  if (!failure || typeof failure.runs === 'string') return check;
  const { runs } = failure;
  const count = runs.filter(({ reproduced }) => reproduced).length;
  const told = `repro.sh reproduced ${count} of ${runs.length}`;
  if (count === runs.length) return { ...check, reason: `${check.reason ?? ''} (${told})` };
  const each = runs.map(({ reason }, index) => `run ${index + 1}: ${reason}`).join('; ');
  return { ...check, reason: `flaky: ${check.reason ?? ''} (${told}; ${each})` };
}
