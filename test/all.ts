/** `npm test`: every step, each with its seconds, and one closing line that counts tests and steps. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Step {
  name: string;
  command: string[];
}

const folder = mkdtempSync(join(tmpdir(), 'beaconform-test-'));
const results = join(folder, 'unit.json');
const suiteReport = join(folder, 'suite.json');

const steps: Step[] = [
  { name: 'types across the rooms', command: ['tsc', '-b'] },
  { name: 'lint', command: ['biome', 'check', '.'] },
  { name: 'generated files', command: ['node', 'codegen/main.ts', '--check'] },
  {
    name: 'unit, property and house tests',
    command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${results}`],
  },
  {
    name: 'the suite against the reference server',
    command: ['node', 'cli/bin/beaconform.js', 'test', '--report', `json=${suiteReport}`],
  },
  { name: 'contracts', command: ['node', '--test', 'test/contract/*.contract.ts'] },
];

interface UnitResults {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
}

function run(step: Step): { passed: boolean; seconds: number } {
  process.stdout.write(`\n== ${step.name}\n`);
  const [program, ...args] = step.command as [string, ...string[]];
  const started = performance.now();
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  return { passed: status === 0, seconds: (performance.now() - started) / 1000 };
}

/** Counts of vitest; a run that wrote no results counts as one failure. */
function unitResults(): UnitResults {
  try {
    return JSON.parse(readFileSync(results, 'utf8')) as UnitResults;
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, testResults: [] };
  }
}

const outcomes = steps.map((step) => ({ step, ...run(step) }));
const unit = unitResults();
rmSync(folder, { recursive: true });

process.stdout.write('\n');
for (const { step, passed, seconds } of outcomes) {
  process.stdout.write(`${passed ? 'passed' : 'FAILED'}  ${seconds.toFixed(1).padStart(6)} s  ${step.name}\n`);
}
const skipped = unit.testResults.flatMap((file) =>
  file.assertionResults.filter(({ status }) => status === 'skipped' || status === 'pending'),
);
for (const { fullName } of skipped) process.stdout.write(`skipped: ${fullName}\n`);
const failedSteps = outcomes.filter(({ passed }) => !passed).length;
const passedCount = unit.numPassedTests + outcomes.length - failedSteps;
process.stdout.write(
  `\n${passedCount} passed, ${unit.numFailedTests + failedSteps} failed, ${unit.numPendingTests} skipped\n`,
);
process.exitCode = failedSteps > 0 ? 1 : 0;
