/** Prints how far the server agrees with the recorded cases: `node test/piwik/replay-report.ts [part of an id]`. */
import { storedCases, vectorCases } from './corpus.ts';
import { judge, type Verdict } from './verdict.ts';

const part = process.argv[2];
const cases = [...storedCases(), ...vectorCases()].filter(({ id }) => part === undefined || id.includes(part));
const verdicts = cases.map(judge);

for (const { id, differences, ruling } of verdicts) {
  if (differences.length === 0 || (ruling !== undefined && part === undefined)) continue;
  console.log(`${id}${ruling === undefined ? '' : ` (by ruling: ${ruling.reason})`}`);
  for (const { column, expected, stored } of differences) {
    console.log(
      `  ${column}: recorded ${JSON.stringify(expected)?.slice(0, 150)}, stored ${JSON.stringify(stored)?.slice(0, 150)}`,
    );
  }
}

const count = (pick: (verdict: Verdict) => boolean) => verdicts.filter(pick).length;
const columns = (pick: (verdict: Verdict) => boolean) =>
  verdicts.filter(pick).reduce((sum, { differences }) => sum + differences.length, 0);
const ruled = (verdict: Verdict) => verdict.differences.length > 0 && verdict.ruling !== undefined;
const wrong = (verdict: Verdict) => verdict.differences.length > 0 && verdict.ruling === undefined;
const agreed = verdicts.reduce((sum, verdict) => sum + verdict.agreed, 0);
console.log(
  `cases: ${count((v) => v.differences.length === 0)} agreed, ${count(ruled)} differ by ruling, ${count(wrong)} wrong`,
);
console.log(`columns: ${agreed} agreed, ${columns(ruled)} differ by ruling, ${columns(wrong)} wrong`);
