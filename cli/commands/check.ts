import { writeFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { type CheckSummary, checkRecordings, count } from '../../conformance/client/check.ts';
import type { JudgedRequest } from '../../conformance/client/finding.ts';
import { printable } from '../../conformance/client/printable.ts';
import { RecordingError } from '../../conformance/client/recorded.ts';
import type { ProtocolName } from '../../generated/model.ts';
import { exitCode, UsageError } from '../exit.ts';
import { collect } from '../options.ts';

interface CheckOptions {
  protocol?: ProtocolName;
  protocolVersion?: string;
  report: string[];
}

/** `beaconform check FILE…`: judges what clients sent. */
export function checkCommand(): Command {
  return new Command('check')
    .description('judge recorded requests: what clients send')
    .argument('<files...>', 'NDJSON recordings, one request a line; - reads standard input')
    .addOption(new Option('--protocol <name>', 'judge all by this protocol').choices(['piwik', 'snowplow']))
    .option('--protocol-version <version>', 'and by this version of it')
    .option('--report <json=FILE>', 'write the verdicts to a file', collect, [])
    .action(check);
}

async function check(files: string[], options: CheckOptions): Promise<void> {
  const reports = options.report.map(reportFile);
  const summary: CheckSummary = { requests: 0, hits: 0, conformant: 0, violating: 0 };
  const requests: JudgedRequest[] = [];
  try {
    const choice = { protocol: options.protocol, version: options.protocolVersion };
    for await (const request of checkRecordings(files, choice)) {
      count(summary, request);
      requests.push(request);
      print(request);
    }
  } catch (error) {
    throw unreadable(error);
  }
  const text = `${JSON.stringify({ summary, requests }, null, 2)}\n`;
  for (const file of reports) await writeFile(file, text);
  process.stdout.write(
    `${summary.requests} requests, ${summary.hits} hits: ${summary.conformant} conformant, ${summary.violating} violating\n`,
  );
  if (summary.hits === 0)
    throw new UsageError('no tracking request found: expected requests to piwik.php, i or ice.png');
  process.exitCode = summary.violating > 0 ? exitCode.failed : exitCode.conformant;
}

function reportFile(option: string): string {
  const [format, file] = option.split(/=(.*)/s);
  if (format !== 'json' || !file) throw new UsageError(`--report ${option}: expected json=FILE`);
  return file;
}

function unreadable(error: unknown): unknown {
  if (error instanceof RecordingError) return new UsageError(error.message);
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES' ? new UsageError((error as Error).message) : error;
}

function print(request: JudgedRequest): void {
  request.hits.forEach((hit, number) => {
    for (const { finding, requirement, message } of hit.findings) {
      if (finding === 'information') continue;
      const place = request.hits.length > 1 ? `${request.index}.${number}` : `${request.index}`;
      process.stdout.write(`${place} ${finding} ${requirement ?? ''} ${printable(message)}\n`);
    }
  });
}
