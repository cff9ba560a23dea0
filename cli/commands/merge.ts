import { Command, Option } from 'commander';
import { mergeReports } from '../../conformance/server/reports/merge.ts';
import { exitCodeOf } from '../../conformance/server/run/exit-code.ts';
import type { Report } from '../../generated/files/report.ts';
import { validateReport } from '../../generated/files/validate-report.ts';
import { readJsonFile } from '../json-file.ts';
import { collect } from '../options.ts';
import { reporters } from '../reporters.ts';

/** `beaconform merge REPORT…`: the report of the whole from those of its shards. */
export function mergeCommand(): Command {
  return new Command('merge')
    .description('merge the JSON reports of shards into the report of the whole')
    .argument('<reports...>', 'written by test --shard i/n --report json=FILE')
    .option('--report <format=file>', 'as for test; repeatable', collect, [])
    .addOption(new Option('--level <level>', 'what makes the run fail').choices(['must', 'should']).default('should'))
    .action(merge);
}

async function merge(files: string[], options: { report: string[]; level: 'must' | 'should' }): Promise<void> {
  const { finish } = reporters({ report: options.report });
  const shards = await Promise.all(files.map((file) => readJsonFile<Report>('merge', file, validateReport)));
  const whole = mergeReports(shards);
  await finish(whole);
  process.exitCode = exitCodeOf(whole, options.level === 'must' ? 'MUST' : 'SHOULD');
}
