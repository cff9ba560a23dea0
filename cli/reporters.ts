import { openSync, writeSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { type Format, formats } from '../conformance/server/reports/formats.ts';
import { reportOfStream } from '../conformance/server/reports/ndjson/read.ts';
import { ResultStream } from '../conformance/server/reports/ndjson/stream.ts';
import { renderPlan } from '../conformance/server/reports/plan.ts';
import { createProgressLine } from '../conformance/server/reports/progress-line.ts';
import { renderText } from '../conformance/server/reports/text.ts';
import { visible } from '../conformance/server/reports/visible.ts';
import type { Progress } from '../conformance/server/run/progress.ts';
import type { Report } from '../generated/files/report.ts';
import { protocols } from '../generated/index.ts';
import type { Facts } from '../generated/model.ts';
import { UsageError } from './exit.ts';
import type { TestOptions } from './test-options.ts';

export interface Reporters {
  onProgress(event: Progress): void;
  /** Prints the verdicts and writes every report asked for. */
  finish(report: Report): Promise<void>;
  /** The same for what is known so far, marked incomplete. */
  interrupted(): Promise<void>;
}

/** The format that is written while the run goes on. */
const streamed = 'ndjson';

/**
 * Live progress on a terminal, the text report on standard output, and the files of `--report`.
 *
 * @throws UsageError, before anything is sent, when a report cannot be meant
 */
export function reporters(options: Pick<TestOptions, 'report' | 'dryRun'>): Reporters {
  const asked = options.report.map(fileOf);
  const open = asked.filter(({ format }) => format === streamed).map(({ file }) => opened(file));
  const lines: string[] = [];
  const stream = new ResultStream({
    write: (text) => {
      lines.push(text);
      for (const file of open) writeSync(file, text);
    },
  });
  const line = createProgressLine(process.stderr);
  const write = async (report: Report) => {
    line.end();
    const facts = factsOf(report);
    for (const { format, file } of asked) if (format !== streamed) await written(file, format(report, facts));
    if (!options.dryRun)
      process.stdout.write(renderText(report, facts, { color: process.stdout.isTTY && !process.env.NO_COLOR }));
  };
  return {
    onProgress: (event) => {
      line.onProgress(event);
      stream.onProgress(event);
      if (options.dryRun && (event.event === 'plan' || event.event === 'example'))
        process.stdout.write(`${planned(event)}\n`);
      else if (event.event === 'plan' && event.marks) process.stderr.write(`${renderPlan(event)}\n\n`);
    },
    finish: async (report) => {
      stream.end(report);
      await write(report);
    },
    interrupted: async () => {
      if (lines.length > 0) await write(reportOfStream(lines.join('')));
    },
  };
}

function fileOf(option: string): { format: Format | typeof streamed; file: string } {
  const [name = '', file = ''] = option.split(/=(.*)/s);
  const format = name === streamed ? streamed : formats[name];
  if (!format || file === '') {
    const names = [...Object.keys(formats), streamed].join(', ');
    throw new UsageError(`--report ${option}: expected FORMAT=FILE with one of ${names}`);
  }
  return { format, file };
}

function opened(file: string): number {
  try {
    return openSync(file, 'w');
  } catch (error) {
    throw new UsageError(`--report: ${(error as Error).message}`);
  }
}

async function written(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new UsageError(`--report: ${(error as Error).message}`);
  }
}

function planned(event: Extract<Progress, { event: 'plan' | 'example' }>): string {
  if (event.event === 'example') return `${event.experiment}\n  ${visible(event.curl)}`;
  return renderPlan(event);
}

function factsOf(report: Report): Facts[] {
  return report.protocols.flatMap(({ protocol, version }) => protocols[protocol][version] ?? []);
}
