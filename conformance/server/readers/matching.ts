import { canonical, type KindOf } from '../run/values.ts';
import type { Row, Wanted } from './reader.ts';
import { endOf } from './references.ts';

/** The rows of each wanted, found among rows that are all here already. */
export function matchRows(
  wanted: readonly Wanted[],
  rowsOf: (record: string) => readonly Row[],
  kindOf: KindOf,
): Row[][] {
  const found: Row[][] = wanted.map(() => []);
  const shapes = Map.groupBy(wanted.keys(), (index) => {
    const { record, where } = wanted[index] as Wanted;
    return JSON.stringify([record, ...Object.keys(where).sort()]);
  });
  for (const indexes of shapes.values()) {
    const { record, where } = wanted[indexes[0] as number] as Wanted;
    const columns = Object.keys(where).sort();
    const keyIn = (row: Row) =>
      JSON.stringify(
        columns.map((column) => {
          const end = endOf(record, column);
          const value = canonical(end && kindOf(end.record, end.column), row[column] ?? null);
          // A door may show the digits of a text as a number; which of them it was is for the comparison.
          return value === null ? null : String(value);
        }),
      );
    const byKey = Map.groupBy(rowsOf(record), keyIn);
    for (const index of indexes) found[index] = byKey.get(keyIn((wanted[index] as Wanted).where)) ?? [];
  }
  return found;
}
