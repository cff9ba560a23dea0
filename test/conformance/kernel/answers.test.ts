import { describe, expect, it } from 'vitest';
import type { Cell, StoredValue } from '../../../conformance/server/model.ts';
import { AnswerTally } from '../../../conformance/server/run/answer-tally.ts';
import { answersOfRow } from '../../../conformance/server/run/compare-answers.ts';
import type { Comparison } from '../../../conformance/server/run/comparison.ts';

const comparison = { kindOf: () => 'text' } as unknown as Comparison;

function open(answers: Readonly<Record<string, StoredValue>>): Cell & { kind: 'answer' } {
  return { kind: 'answer', ledger: 'fake.plugins', answers };
}

const flag = open({ columns: 'yes', list: null, both: 'yes' });
const list = open({ columns: null, list: 'a,b', both: 'a,b' });

describe('the answers of a row', () => {
  const columns = [
    ['a', flag],
    ['b', flag],
    ['c', flag],
    ['list', list],
  ] as const;

  it('are those on which all columns agree', () => {
    const row = answersOfRow(comparison, 'events', columns, { a: 'yes', b: 'yes', c: 'yes', list: 'a,b' });
    expect(row.possible).toEqual([{ ledger: 'fake.plugins', answers: ['both'] }]);
    expect(row.valuesOf(flag)).toEqual(['yes']);
  });

  it('do not excuse a column by an answer that the others contradict', () => {
    const row = answersOfRow(comparison, 'events', columns, { a: 'yes', b: null, c: 'yes', list: 'a,b' });
    expect(row.possible).toEqual([]);
    expect(row.valuesOf(flag)).toEqual(['yes']);
  });

  it('excuse no column when several answers fit equally many', () => {
    const row = answersOfRow(comparison, 'events', columns.slice(0, 2), { a: 'yes', b: null });
    expect(row.valuesOf(flag)).toEqual(['yes']);
  });

  it('stay open when no column tells them apart', () => {
    const row = answersOfRow(comparison, 'events', columns.slice(0, 2), { a: 'yes', b: 'yes' });
    expect(row.possible).toEqual([{ ledger: 'fake.plugins', answers: ['columns', 'both'] }]);
  });
});

describe('the answers of a run', () => {
  it('are what is left when each case has ruled out what it could', () => {
    const tally = new AnswerTally();
    tally.add([{ ledger: 'fake.time', answers: ['all', 'three'] }]);
    expect(tally.answers).toEqual([]);
    tally.add([{ ledger: 'fake.time', answers: ['all', 'stamp-only'] }]);
    expect(tally.answers).toEqual([{ ledger: 'fake.time', answer: 'all' }]);
  });

  it('are two when a target gives two', () => {
    const tally = new AnswerTally();
    tally.add([{ ledger: 'fake.names', answers: ['last'] }]);
    tally.add([{ ledger: 'fake.names', answers: ['first'] }]);
    expect(tally.answers.map(({ answer }) => answer)).toEqual(['first', 'last']);
  });

  it('are what all records of one case have in common', () => {
    const tally = new AnswerTally();
    tally.add([{ ledger: 'fake.time', answers: ['read'] }]);
    tally.add([
      { ledger: 'fake.time', answers: ['read', 'ignored'] },
      { ledger: 'fake.time', answers: ['ignored', 'refused'] },
    ]);
    expect(tally.answers.map(({ answer }) => answer)).toEqual(['ignored', 'read']);
  });

  it('are those of each record when the records of one case contradict each other', () => {
    const tally = new AnswerTally();
    tally.add([
      { ledger: 'fake.time', answers: ['read'] },
      { ledger: 'fake.time', answers: ['ignored'] },
    ]);
    expect(tally.answers.map(({ answer }) => answer)).toEqual(['ignored', 'read']);
  });

  it('name an answer that no case alone showed beside one that a case did', () => {
    const tally = new AnswerTally();
    tally.add([{ ledger: 'fake.time', answers: ['read'] }]);
    tally.add([{ ledger: 'fake.time', answers: ['read', 'ignored'] }]);
    tally.add([{ ledger: 'fake.time', answers: ['ignored', 'refused'] }]);
    expect(tally.answers.map(({ answer }) => answer)).toEqual(['read']);
    tally.add([{ ledger: 'fake.time', answers: ['ignored', 'lenient'] }]);
    expect(tally.answers.map(({ answer }) => answer)).toEqual(['ignored', 'read']);
  });
});
