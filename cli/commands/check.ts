import { Command, Option } from 'commander';
import { Check, type CheckOptions } from '../../conformance/client/check.ts';
import { type InputFormat, inputFormats } from '../../conformance/client/inputs/input.ts';
import { Progress } from '../../conformance/client/progress.ts';
import { endpoints } from '../../conformance/client/record/answer.ts';
import { RecordingError } from '../../conformance/client/recorded.ts';
import { ReportFile } from '../../conformance/client/report-file.ts';
import { TextReport } from '../../conformance/client/text-report.ts';
import type { ProtocolName } from '../../generated/model.ts';
import { exitCode, UsageError } from '../exit.ts';
import { collect } from '../options.ts';

interface CheckCommandOptions {
  protocol?: ProtocolName;
  protocolVersion?: string;
  format?: InputFormat;
  oneClient?: true;
  report: string[];
}

/** `beaconform check FILE…`: judges what clients sent. */
export function checkCommand(): Command {
  return new Command('check')
    .description('judge recorded requests: what clients send')
    .argument('<files...>', 'recordings: NDJSON, HAR or access log, plain or gzipped; - reads standard input')
    .addOption(new Option('--protocol <name>', 'judge all by this protocol').choices(['piwik', 'snowplow']))
    .option('--protocol-version <version>', 'and by this version of it')
    .addOption(new Option('--format <name>', 'else told from the content').choices(inputFormats))
    .option('--one-client', 'all requests are of one client: its visitor id must stay')
    .option('--report <json=FILE>', 'write the verdicts to a file', collect, [])
    .action(check);
}

async function check(files: string[], options: CheckCommandOptions): Promise<void> {
  const { protocol, protocolVersion: version, format, oneClient } = options;
  const text = new TextReport();
  // Whoever reads the output may have seen enough (`| head`).
  process.stdout.once('error', () => process.exit());
  try {
    const reports = await Promise.all(options.report.map((option) => ReportFile.open(reportFile(option))));
    await judge(files, { protocol, version, format, oneClient }, text, reports);
  } catch (error) {
    throw unreadable(error);
  }
  if (text.summary.hits === 0) {
    throw new UsageError(`no tracking request found: expected requests to ${endpoints.join(', ')}`);
  }
  process.exitCode = text.summary.violating > 0 ? exitCode.failed : exitCode.conformant;
}

async function judge(files: string[], options: CheckOptions, text: TextReport, reports: ReportFile[]): Promise<void> {
  const run = new Check(options);
  const progress = new Progress(files);
  for await (const requests of run.judge(files)) {
    const lines = text.add(requests);
    if (lines.length > 0) progress.clear();
    for (const line of lines) process.stdout.write(`${line}\n`);
    for (const report of reports) await report.write(requests);
    progress.show(run.bytes, text.summary.hits);
  }
  progress.clear();
  for (const line of text.closing(run.notes)) process.stdout.write(`${line}\n`);
  for (const report of reports) await report.close(text.summary, run.notes);
}

/** The file of `--report json=FILE`. */
export function reportFile(option: string): string {
  const [format, file] = option.split(/=(.*)/s);
  if (format !== 'json' || !file) throw new UsageError(`--report ${option}: expected json=FILE`);
  return file;
}

/** Files that cannot be read or written are wrong usage and no fault of ours. */
function unreadable(error: unknown): unknown {
  if (error instanceof RecordingError) return new UsageError(error.message);
  const { code = '', message } = error as NodeJS.ErrnoException;
  return /^(E[A-Z]+|Z_[A-Z_]+)$/.test(code) && code !== 'EPIPE' ? new UsageError(message) : error;
}
