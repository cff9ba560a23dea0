import { writeFile } from 'node:fs/promises';
import { formats } from '../conformance/server/reports/formats.ts';
import { createProgressLine } from '../conformance/server/reports/progress-line.ts';
import { renderText } from '../conformance/server/reports/text.ts';
import { visible } from '../conformance/server/reports/visible.ts';
import type { Progress } from '../conformance/server/run/progress.ts';
import type { Report } from '../generated/files/report.ts';
import { protocols } from '../generated/index.ts';
import type { Facts } from '../generated/model.ts';
import type { TestOptions } from './commands/test.ts';
import { UsageError } from './exit.ts';

export interface Reporters {
  onProgress(event: Progress): void;
  /** Prints the verdicts and writes every report asked for. */
  finish(report: Report): Promise<void>;
}

/**
 * Live progress on a terminal, the text report on standard output, and the files of `--report`.
 *
 * @throws UsageError, before anything is sent, when a report cannot be meant
 */
export function reporters(options: Pick<TestOptions, 'report' | 'dryRun'>): Reporters {
  const files = options.report.map(fileOf);
  const line = createProgressLine(process.stderr);
  return {
    onProgress: (event) => {
      line.onProgress(event);
      if (options.dryRun && (event.event === 'plan' || event.event === 'example'))
        process.stdout.write(`${planned(event)}\n`);
    },
    finish: async (report) => {
      line.end();
      const facts = factsOf(report);
      for (const { format, file } of files) await written(file, format(report, facts));
      if (!options.dryRun)
        process.stdout.write(renderText(report, facts, { color: process.stdout.isTTY && !process.env.NO_COLOR }));
    },
  };
}

function fileOf(option: string): { format: (typeof formats)[string]; file: string } {
  const [name = '', file = ''] = option.split(/=(.*)/s);
  const format = formats[name];
  if (!format || file === '') {
    throw new UsageError(`--report ${option}: expected FORMAT=FILE with one of ${Object.keys(formats).join(', ')}`);
  }
  return { format, file };
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
  const pace = event.rate ? `, at most ${event.rate} requests a second` : '';
  return `${event.protocol} ${event.version}: ${event.checks} checks, ${event.cases} cases${pace}`;
}

function factsOf(report: Report): Facts[] {
  return report.protocols.flatMap(({ protocol, version }) => protocols[protocol][version] ?? []);
}
