import type { Column, ColumnKind } from '../../../../generated/model.ts';
import type { StoredValue } from '../../model.ts';
import { plainDecimal } from '../../run/canonical.ts';
import type { Row } from '../reader.ts';
import { fieldOf } from './columns.ts';
import { numberText } from './exact-json.ts';

/** A good event of Micro as a row of `events`, with the columns that Micro shows. */
export function goodRow(event: Readonly<Record<string, unknown>>, columns: readonly Column[]): Row {
  const row: Record<string, StoredValue> = {};
  for (const { column, kind } of columns) {
    const field = fieldOf(column);
    if (field !== undefined) row[column] = storedValue(kind, event[field]);
  }
  return row;
}

function storedValue(kind: ColumnKind, value: unknown): StoredValue {
  if (value === undefined || value === null) return null;
  if (kind === 'json') return documentText(value);
  const text = numberText(value) ?? (typeof value === 'string' ? value : JSON.stringify(value));
  switch (kind) {
    case 'boolean':
      return typeof value === 'boolean' ? value : text;
    case 'integer':
      // A number beyond this would change; as text it cannot pass for another one.
      return Number.isSafeInteger(Number(text)) && text !== '' ? Number(text) : text;
    case 'decimal':
      return plainDecimal(text) ?? text;
    case 'timestamp':
      return spacedTime(text);
    default:
      // A number in a column of text is an answer that the ledger may know.
      return numberText(value) !== undefined && Number.isSafeInteger(Number(text)) ? Number(text) : text;
  }
}

/** Micro shows a document that is not there as `{}`. */
function documentText(value: unknown): string | null {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text === '{}' ? null : text;
}

/** `2021-08-29T12:01:05.748Z` as `2021-08-29 12:01:05.748`. */
export function spacedTime(text: string): string {
  const match = /^([+-]?\d{4,}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d+)?)Z$/.exec(text);
  return match ? `${match[1]} ${match[2]}` : text;
}
