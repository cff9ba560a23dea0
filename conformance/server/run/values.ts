import type { ColumnKind, Facts } from '../../../generated/model.ts';
import type { StoredValue } from '../model.ts';
import { canonicalJson, plainDecimal } from './canonical.ts';

/** The kind of a column; undefined for one the spec does not have. */
export type KindOf = (record: string, column: string) => ColumnKind | undefined;

export function columnKinds(facts: Facts): KindOf {
  const kinds = new Map<string, ColumnKind>();
  for (const columns of Object.values(facts.records)) {
    for (const { record, column, kind } of columns) kinds.set(`${record}.${column}`, kind);
  }
  return (record, column) => kinds.get(`${record}.${column}`);
}

/**
 * Two ways to write one value are equal: 1.5 and 1.50 in a decimal column, whole seconds with and without `.000`,
 * JSON with its keys in another order. Text is compared as it is.
 */
export function sameValue(kind: ColumnKind | undefined, a: StoredValue, b: StoredValue): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  return canonical(kind, a) === canonical(kind, b);
}

/** One text for all ways of writing a value of this kind. */
export function canonical(kind: ColumnKind | undefined, value: StoredValue): StoredValue {
  if (value === null) return null;
  switch (kind) {
    case 'decimal':
      return plainDecimal(String(value)) ?? String(value);
    case 'time':
    case 'timestamp':
      return String(value).replace(/\.0+$/, '');
    case 'json':
      return canonicalJson(String(value)) ?? String(value);
    default:
      return value;
  }
}
