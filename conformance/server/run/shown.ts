import type { ShownRecord } from '../../../generated/files/report.ts';
import type { StoredValue, Where } from '../model.ts';
import type { Row } from '../readers/reader.ts';

/** One value, or several of which any is right. */
export type ShownValue = StoredValue | StoredValue[];

/** `idvisitor = "0123…" and idsite = 1` */
export function shown(where: Where): string {
  return Object.entries(where)
    .map(([column, value]) => `${column} = ${shownValue(value)}`)
    .join(' and ');
}

/** A value as JSON writes it; a choice as `"a" or "b"`. */
export function shownValue(value: ShownValue | undefined): string {
  if (value === undefined) return 'no such column';
  return Array.isArray(value) ? value.map((one) => JSON.stringify(one)).join(' or ') : JSON.stringify(value);
}

/** Rows with some of their columns only. */
export function shownRows(record: string, columns: readonly string[], rows: readonly Row[]): ShownRecord[] {
  return rows.map((row) => ({
    record,
    columns: Object.fromEntries(columns.map((name): [string, StoredValue] => [name, row[name] ?? null])),
  }));
}
