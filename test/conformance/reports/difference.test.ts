import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../../conformance/server/reports/difference.ts';
import { titleOf } from '../../../conformance/server/reports/failure-lines.ts';
import type { ShownRecord } from '../../../generated/files/report.ts';

const row = (columns: ShownRecord['columns']): ShownRecord => ({ record: 'events', columns });
const shown = (expected: ShownRecord[], stored: ShownRecord[]) =>
  differencesOf({ expected, stored }).map((one) => [titleOf(one), one.columns.map(Object.values)]);

describe('expected and stored side by side', () => {
  it('names the row by what is right and shows what is not', () => {
    expect(shown([row({ id: 1, a: 'x', b: null })], [row({ id: 1, a: 'y', b: null })])).toEqual([
      ['events where id = 1 and b = null', [['a', '"x"', '"y"']]],
    ]);
  });

  it('tells a number from its text, and several right values from one', () => {
    expect(shown([row({ a: '1', b: ['x', null] })], [row({ a: 1, b: 'y' })])).toEqual([
      [
        'events',
        [
          ['a', '"1"', '1'],
          ['b', '"x" or null', '"y"'],
        ],
      ],
    ]);
  });

  it('says what is missing', () => {
    expect(shown([row({ id: 1 })], [])).toEqual([['events, not stored', [['id', '1', undefined]]]]);
  });

  it('says what must not be there', () => {
    expect(shown([], [row({ id: 1 })])).toEqual([['events, stored but not expected', [['id', undefined, '1']]]]);
  });

  it('shows a doubled row beside the one that was expected', () => {
    expect(shown([row({ id: 1 })], [row({ id: 1 }), row({ id: 1 })])).toEqual([
      ['events where id = 1', []],
      ['events where id = 1, also stored', []],
    ]);
  });

  it('writes values in escapes only where they would look the same', () => {
    const [pair] = differencesOf({ expected: [row({ a: 'é', b: 'ä' })], stored: [row({ a: 'e\u0301', b: 'o' })] });
    expect(pair?.columns.map(Object.values)).toEqual([
      ['a', String.raw`"\u00e9"`, String.raw`"e\u0301"`],
      ['b', '"ä"', '"o"'],
    ]);
  });
});
