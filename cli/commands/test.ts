import { mkdirSync } from 'node:fs';
import { Command, Option } from 'commander';
import { bundleFailures } from '../../conformance/server/bundle/bundle.ts';
import { exitCodeOf } from '../../conformance/server/run/exit-code.ts';
import type { RunOptions } from '../../conformance/server/run/options.ts';
import { runSuite } from '../../conformance/server/run/suite.ts';
import type { Report } from '../../generated/files/report.ts';
import { exitCode, UsageError } from '../exit.ts';
import { onInterruption } from '../interruption.ts';
import { collect, wholeNumber } from '../options.ts';
import { runAgainstOwnServer } from '../own-server.ts';
import { reporters } from '../reporters.ts';
import { runOptions } from '../run-options.ts';
import type { TestOptions } from '../test-options.ts';

/** `beaconform test [tracker-url]`: the suite against any tracker, or against the reference server. */
export function testCommand(): Command {
  return new Command('test')
    .description('test a tracker by what it stored; without a URL, the reference server')
    .argument('[tracker-url]', 'such as http://localhost/piwik.php or http://localhost:8080/i')
    .addOption(new Option('--protocol <name>', 'default: told from the URL').choices(['piwik', 'snowplow']))
    .option('--protocol-version <version>', 'as `beaconform list` names it')
    .addOption(readers())
    .option('--reader-url <url>', 'default: the tracker URL without its last path segment')
    .option('--target <file|name>', 'facts of the target; `beaconform target` prints one to fill in')
    .option('--token <token>', 'for privileged parameters; or the variable BEACONFORM_TOKEN')
    .option('--site <id>', 'site to send hits to', wholeNumber(1))
    .option('--only <glob>', 'checks or requirements to run; repeatable', collect, [])
    .option('--skip <glob>', 'checks or requirements to leave out; repeatable', collect, [])
    .option(
      '--report <format=file>',
      'json, html, junit, markdown or text =FILE, or ndjson=FILE while it runs; repeatable',
      collect,
      [],
    )
    .option('--runs <number>', 'cases for each check', wholeNumber(1), 100)
    .option('--seed <number>', 'draws the same cases again', wholeNumber(0))
    .option('--replay <token>', 'the one case a failure names')
    .option('--shard <i/n>', 'the i-th of n parts')
    .option('--concurrency <number>', 'chains of requests under way at once', wholeNumber(1))
    .option('--rate <n/s>', 'requests a second')
    .option('--max-seconds <number>', 'spread over all checks', wholeNumber(1))
    .option('--max-requests <number>', 'a hard limit', wholeNumber(1))
    .option('--bail', 'stop at the first failure')
    .addOption(new Option('--level <level>', 'what makes the run fail').choices(['must', 'should']).default('should'))
    .option('--expected-failures <file>', 'requirements known to fail, each with its reason (JSON)')
    .option('--bundle <dir>', 'writes scripts that reproduce each failure, and tries them')
    .option('--allow-remote', 'test a target off this machine, paced')
    .option('--dry-run', 'draw and show, send nothing')
    .action(test);
}

function readers(): Option {
  const names = ['beaconform', 'snowplow-micro', 'matomo', 'none'];
  return new Option('--reader <name>', 'how stored records are read back; default: each door is tried').choices(names);
}

async function test(url: string | undefined, options: TestOptions): Promise<void> {
  const { onProgress, finish, interrupted } = reporters(options);
  const run = { ...(await runOptions(options, url)), onProgress };
  const release = onInterruption(interrupted);
  const work = suiteOf(options.bundle);
  const report = url === undefined ? await runAgainstOwnServer(run, work) : await work({ ...run, trackerUrl: url });
  release();
  await finish(report);
  // A dry run sends nothing on purpose: that no check ran is no fault of it.
  process.exitCode = options.dryRun
    ? exitCode.conformant
    : exitCodeOf(report, options.level === 'must' ? 'MUST' : 'SHOULD');
}

/** The suite, and after it the scripts for its failures: both need the target. */
function suiteOf(bundle: string | undefined): (options: RunOptions) => Promise<Report> {
  if (bundle === undefined) return runSuite;
  try {
    mkdirSync(bundle, { recursive: true });
  } catch (error) {
    throw new UsageError(`--bundle: ${(error as Error).message}`);
  }
  return async (options) => bundleFailures(await runSuite(options), options, bundle);
}
