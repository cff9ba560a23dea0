/** Prints how far the server agrees with the recorded cases: `node test/piwik/replay-report.ts [part of an id]`. */
import { storedCases, vectorCases } from './corpus.ts';
import { judge, totals, type Verdict } from './verdict.ts';

const part = process.argv[2];
const cases = [...storedCases(), ...vectorCases()].filter(({ id }) => part === undefined || id.includes(part));
const verdicts = cases.map(judge);

function show({ id, ruled, wrong, rulings }: Verdict): void {
  const shown = part === undefined ? wrong : [...wrong, ...ruled];
  if (shown.length === 0) return;
  console.log([id, ...rulings.map(({ reason }) => reason)].join(': '));
  for (const { column, expected, stored } of shown) {
    console.log(`  ${column}: recorded ${shortened(expected)}, stored ${shortened(stored)}`);
  }
}

function shortened(value: unknown): string {
  return (JSON.stringify(value) ?? '').slice(0, 150);
}

for (const verdict of verdicts) show(verdict);
console.table(totals(verdicts));
