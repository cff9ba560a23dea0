/** What fails the command: too few killed, a survivor without a reason, too many reasons, a reason out of date. */
import { expect, it } from 'vitest';
import type { Mutant } from './mutants.ts';
import { complaintsOf, killedShare, scoreOf } from './score.ts';
import { tableText } from './table.ts';
import type { Fate, Verdict } from './trials.ts';

function mutantOf(number: number): Mutant {
  const line = `return a < ${number};`;
  const place = { file: 'reference-server/piwik/visit.ts', line, code: `a < ${number}`, replacement: 'true' };
  return { ...place, mutator: 'ConditionalExpression', occurrence: 1, id: String(number), at: `visit.ts:${number}:8` };
}

/** One hundred verdicts, those not told killed. */
function verdictsOf(...fates: Fate[]): Verdict[] {
  return Array.from({ length: 100 }, (_, index) => ({ mutant: mutantOf(index), fate: fates[index] ?? 'killed' }));
}

const excused = (...numbers: number[]) => numbers.map((number) => ({ ...mutantOf(number), reason: 'a is never more' }));

it('accepts what the suite sees', () => {
  const score = scoreOf(verdictsOf('survived', 'crashed', 'timeout'), excused(0));
  expect(complaintsOf(score)).toEqual([]);
  expect(killedShare(score)).toBe(0.99);
  expect(score.counts).toEqual({
    killed: 97,
    answered: 0,
    crashed: 1,
    timeout: 1,
    survived: 0,
    unreached: 0,
    equivalent: 1,
  });
});

it('refuses a survivor without a reason', () => {
  expect(complaintsOf(scoreOf(verdictsOf('survived'), []))).toEqual([
    expect.stringContaining('survived: visit.ts:0:8: a < 0 became true'),
  ]);
});

it('refuses a reason that is out of date', () => {
  expect(complaintsOf(scoreOf(verdictsOf(), excused(7)))).toEqual([expect.stringContaining('stale: visit.ts:7:8')]);
});

it('refuses more equivalents than one in twenty', () => {
  const verdicts = verdictsOf(...Array<Fate>(6).fill('survived'));
  expect(complaintsOf(scoreOf(verdicts, excused(0, 1, 2, 3, 4, 5)))).toEqual([
    expect.stringContaining('6 of 100 are called equivalent'),
  ]);
});

it('refuses fewer killed than nine in ten', () => {
  const complaints = complaintsOf(scoreOf(verdictsOf(...Array<Fate>(11).fill('survived')), []));
  expect(complaints.at(-1)).toContain('89.0 % killed; at least 90.0 % are expected');
});

it('writes one row a folder, and one of all', () => {
  const verdicts = verdictsOf('survived', 'crashed');
  const mutants = [...verdicts.map(({ mutant }) => mutant), mutantOf(1000)];
  const text = tableText({ mutants, verdicts, score: scoreOf(verdicts, excused(0)), seed: 5, runs: 50 });
  expect(text).toContain('| `reference-server/piwik` | 101 | 100 | 98 | 0 | 1 | 0 | 1 | 0 | 0 |');
  expect(text).toContain('| **all** | 101 | 100 | 98 | 0 | 1 | 0 | 1 | 0 | 0 |');
  expect(text).toContain('`` a < 0 `` → `` true `` | a is never more |');
});
