import { Command, CommanderError } from 'commander';
import { RunError } from '../conformance/server/run/errors.ts';
import { checkCommand } from './commands/check.ts';
import { diffCommand } from './commands/diff.ts';
import { explainCommand } from './commands/explain.ts';
import { generateCommand } from './commands/generate.ts';
import { listCommand } from './commands/list.ts';
import { mergeCommand } from './commands/merge.ts';
import { recordCommand } from './commands/record.ts';
import { serveCommand } from './commands/serve.ts';
import { targetCommand } from './commands/target.ts';
import { testCommand } from './commands/test.ts';
import { exitCode, UsageError } from './exit.ts';
import { quietExperimentalWarnings } from './experimental.ts';
import { version } from './version.ts';

/**
 * Runs one command line and sets `process.exitCode` (design: contracts).
 *
 * @param argv as `process.argv`
 */
export async function main(argv: readonly string[]): Promise<void> {
  quietExperimentalWarnings();
  const program = new Command('beaconform')
    .description('Conformance tests for analytics trackers: what was stored, not what was answered.')
    .version(version)
    .exitOverride()
    .configureHelp({ showGlobalOptions: false });
  const commands = [
    testCommand,
    serveCommand,
    checkCommand,
    recordCommand,
    listCommand,
    explainCommand,
    targetCommand,
    generateCommand,
    diffCommand,
    mergeCommand,
  ];
  for (const make of commands) program.addCommand(make().exitOverride());
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = report(error);
  }
}

/** Says what went wrong in one line and returns the exit code it means. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.conformant : exitCode.usage;
  if (error instanceof UsageError) {
    process.stderr.write(`beaconform: ${error.message}\n`);
    return exitCode.usage;
  }
  if (error instanceof RunError && error.exitCode !== exitCode.internal) {
    process.stderr.write(`beaconform: ${error.message}\n`);
    return error.exitCode;
  }
  process.stderr.write(
    `beaconform: a fault of ours, not of the target: ${error instanceof Error ? error.stack : error}\n`,
  );
  return exitCode.internal;
}
