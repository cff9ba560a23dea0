import type { StoredValue } from '../model.ts';
import type { RecordsDoor } from './door.ts';
import type { Row } from './reader.ts';
import { referenceOf, splitColumn } from './references.ts';

/** The plain column of `record` behind a dotted path, and the keys whose row has one of the values at its end. */
export async function keysOf(
  door: RecordsDoor,
  record: string,
  path: string,
  values: readonly StoredValue[],
): Promise<{ column: string; keys: readonly StoredValue[] }> {
  const { key, rest } = splitColumn(path);
  if (rest === undefined) return { column: key, keys: values };
  const reference = required(record, key);
  const { column, keys } = await keysOf(door, reference.record, rest, values);
  if (keys.length === 0) return { column: key, keys };
  const rows = await door.rows(reference.record, { [column]: keys });
  return { column: key, keys: distinct(rows, reference.column) };
}

/** The rows with each dotted path among `paths` beside their own columns; a key that leads nowhere gives null. */
export async function joinReferences(
  door: RecordsDoor,
  record: string,
  rows: readonly Row[],
  paths: readonly string[],
): Promise<readonly Row[]> {
  const dotted = Map.groupBy(
    paths.map(splitColumn).filter(({ rest }) => rest !== undefined),
    ({ key }) => key,
  );
  if (dotted.size === 0 || rows.length === 0) return rows;
  const joined = rows.map((row): Record<string, StoredValue> => ({ ...row }));
  for (const [key, columns] of dotted) {
    const rests = columns.map(({ rest }) => rest as string);
    const targets = await referredRows(door, record, key, rows, rests);
    for (const row of joined) {
      const target = targets.get(row[key] ?? null);
      for (const rest of rests) row[`${key}.${rest}`] = target?.[rest] ?? null;
    }
  }
  return joined;
}

async function referredRows(
  door: RecordsDoor,
  record: string,
  key: string,
  rows: readonly Row[],
  rests: readonly string[],
): Promise<Map<StoredValue, Row>> {
  const reference = required(record, key);
  const keys = distinct(rows, key);
  const found = keys.length === 0 ? [] : await door.rows(reference.record, { [reference.column]: keys });
  const joined = await joinReferences(door, reference.record, found, rests);
  return new Map(joined.map((row) => [row[reference.column] ?? null, row]));
}

function required(record: string, key: string) {
  const reference = referenceOf(key);
  if (!reference) throw new Error(`${record}.${key} refers to no other record`);
  return reference;
}

function distinct(rows: readonly Row[], column: string): StoredValue[] {
  return [...new Set(rows.map((row) => row[column] ?? null))].filter((value) => value !== null);
}
