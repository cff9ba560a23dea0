import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { Command, Option } from 'commander';
import { type RecordOptions, type RunningRecorder, startRecorder } from '../../conformance/client/record/server.ts';
import { writtenLine } from '../../conformance/client/record/written.ts';
import { ReportFile } from '../../conformance/client/report-file.ts';
import { TextReport } from '../../conformance/client/text-report.ts';
import type { ProtocolName } from '../../generated/model.ts';
import { exitCode, UsageError } from '../exit.ts';
import { collect, wholeNumber } from '../options.ts';
import { reportFile } from './check.ts';

interface RecordCommandOptions {
  port: number;
  host: string;
  out?: string;
  protocol?: ProtocolName;
  protocolVersion?: string;
  oneClient?: true;
  report: string[];
}

/** `beaconform record`: answers as a tracker does, records and judges, until SIGTERM or SIGINT. */
export function recordCommand(): Command {
  return new Command('record')
    .description('answer clients as a tracker does, record what they send and judge it')
    .option('--port <number>', '0 takes a free port', wholeNumber(0), 8081)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--out <file>', 'append the requests to this file (NDJSON), tokens and all')
    .addOption(
      new Option('--protocol <name>', 'take every path for one of this protocol').choices(['piwik', 'snowplow']),
    )
    .option('--protocol-version <version>', 'judge by this version of it')
    .option('--one-client', 'all requests are of one client: its visitor id must stay')
    .option('--report <json=FILE>', 'write the verdicts to a file', collect, [])
    .action(record);
}

async function record(options: RecordCommandOptions): Promise<void> {
  const { port, host, out, protocol, protocolVersion: version, oneClient } = options;
  const [recording, reports] = await opened(out, options.report);
  const text = new TextReport();
  const server = await started({
    port,
    host,
    protocol,
    version,
    oneClient,
    onRequest: (request) => recording?.write(writtenLine(request)),
    onJudged: (judged) => {
      for (const line of text.add([judged])) process.stdout.write(`${line}\n`);
      for (const report of reports) void report.write([judged]);
    },
  });
  process.stdout.write(`listening on ${server.url}\n`);
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  await server.close();
  recording?.end();
  for (const line of text.closing(server.notes)) process.stdout.write(`${line}\n`);
  for (const report of reports) await report.close(text.summary, server.notes);
  process.exitCode = text.summary.violating > 0 ? exitCode.failed : exitCode.conformant;
}

async function opened(out: string | undefined, reports: string[]): Promise<[WriteStream | undefined, ReportFile[]]> {
  try {
    const recording = out === undefined ? undefined : createWriteStream(out, { flags: 'a' });
    if (recording) await once(recording, 'open');
    return [recording, await Promise.all(reports.map((option) => ReportFile.open(reportFile(option))))];
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError((error as Error).message);
  }
}

/** A port that is taken, or an address this machine does not have, is wrong usage. */
async function started(options: RecordOptions): Promise<RunningRecorder> {
  try {
    return await startRecorder(options);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
