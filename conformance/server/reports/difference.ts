import type { Counterexample, ShownRecord } from '../../../generated/files/report.ts';
import { exact, visible } from './visible.ts';

type Value = ShownRecord['columns'][string];

/** One row as it should be and as it is, side by side. */
export interface Difference {
  record: string;
  /**
   * `differs`: both rows are there; `missing`: it was not stored; `surplus`: it was stored where none may be;
   * `beside`: it was stored beside the row that was expected.
   */
  kind: 'differs' | 'missing' | 'surplus' | 'beside';
  /** Columns that are right, among them those the row was found by. */
  same: readonly ComparedColumn[];
  /** Columns that are not. */
  columns: readonly ComparedColumn[];
}

/** A column with its values as text, ready to be escaped for a format; undefined where there is none. */
export interface ComparedColumn {
  name: string;
  expected: string | undefined;
  stored: string | undefined;
}

/** Sets the expected rows of a counterexample beside the stored ones, in their order. */
export function differencesOf({ expected, stored }: Pick<Counterexample, 'expected' | 'stored'>): Difference[] {
  const pairs = Math.max(expected.length, stored.length);
  return Array.from({ length: pairs }, (_, index) => {
    const [wanted, found] = [expected[index], stored[index]];
    const { record, same, columns } = differenceOf(wanted, found);
    if (wanted) return { record, kind: found ? 'differs' : 'missing', same, columns };
    if (expected.length === 0) return { record, kind: 'surplus', same, columns };
    return { record, kind: 'beside', same: [...same, ...columns], columns: [] };
  });
}

function differenceOf(expected: ShownRecord | undefined, stored: ShownRecord | undefined): Omit<Difference, 'kind'> {
  const names = [...new Set([...Object.keys(expected?.columns ?? {}), ...Object.keys(stored?.columns ?? {})])];
  const same: ComparedColumn[] = [];
  const columns: ComparedColumn[] = [];
  for (const name of names) {
    const wanted = expected?.columns[name];
    const found = stored?.columns[name];
    const equal = JSON.stringify(wanted) === JSON.stringify(found);
    (equal ? same : columns).push({ name, ...shownApart(wanted, found) });
  }
  return { record: (expected ?? stored)?.record ?? '', same, columns };
}

/** Both values as text; values that differ but look alike are written in escapes. */
function shownApart(expected: Value | undefined, stored: Value | undefined) {
  const texts = [expected, stored].map((value) => (value === undefined ? undefined : valueText(value)));
  const [a, b] = texts;
  const alike = a !== undefined && b !== undefined && a !== b && a.normalize('NFKC') === b.normalize('NFKC');
  const [left, right] = texts.map((text) => (text === undefined ? undefined : alike ? exact(text) : visible(text)));
  return { expected: left, stored: right };
}

/** A value as JSON writes it, so that 1 and "1" differ; a choice as `"a" or "b"`. */
function valueText(value: Value): string {
  return Array.isArray(value) ? value.map((one) => JSON.stringify(one)).join(' or ') : JSON.stringify(value);
}
