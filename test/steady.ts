/** `npm run steady [-- --times 100] [--seed N] [-- options of test]`: one seed gives the same verdicts, run after run. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { beaconform } from './contract/command.ts';
import type { ContractReport } from './contract/report.ts';

const { values, positionals: more } = parseArgs({
  options: { times: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const times = Number(values.times);
const folder = mkdtempSync(join(tmpdir(), 'beaconform-steady-'));

/** What two runs must agree on: the verdict of each check, the answers to the ledger, and how the run ended. */
async function verdicts(): Promise<ReadonlySet<string>> {
  const file = join(folder, 'report.json');
  const run = await beaconform('test', ...more, '--seed', values.seed, '--report', `json=${file}`);
  if (!existsSync(file)) throw new Error(`beaconform test wrote no report and ended with ${run.code}: ${run.stderr}`);
  const report = JSON.parse(readFileSync(file, 'utf8')) as ContractReport;
  rmSync(file);
  return new Set([
    `exit code: ${run.code}`,
    `problems: ${(report.problems ?? []).join('; ') || 'none'}`,
    `complete: ${report.complete}`,
    ...report.checks.map(({ id, status, runs }) => `${id}: ${status} in ${runs} runs`),
    ...report.answers.map(({ ledger, answer }) => `${ledger}: ${answer}`),
  ]);
}

const first = await verdicts();
process.stdout.write(
  `seed ${values.seed}: ${[...first].slice(0, 3).join(', ')}, ${first.size - 3} verdicts and answers\n`,
);
let differing = 0;
for (let time = 2; time <= times; time += 1) {
  const now = await verdicts();
  const changes = [
    ...[...first.difference(now)].map((line) => `  - ${line}`),
    ...[...now.difference(first)].map((line) => `  + ${line}`),
  ];
  if (changes.length > 0) differing += 1;
  process.stdout.write(
    [`${time} of ${times}: ${changes.length === 0 ? 'the same' : 'different'}`, ...changes, ''].join('\n'),
  );
}
rmSync(folder, { recursive: true });
process.stdout.write(`${differing} of ${times - 1} runs differ from the first\n`);
process.exitCode = differing > 0 || times < 2 ? 1 : 0;
