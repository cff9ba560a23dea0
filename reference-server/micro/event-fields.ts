/** The field `event` of a good event: the 131 fields of today's canonical event, filled from a row of ours. */
import type { Column, ColumnKind } from '../../generated/model.ts';
import { facts } from '../../generated/snowplow/tp2/facts.ts';
import type { StoredRow } from '../storage/store.ts';
import { exactDocument, exactNumber } from './exact-json.ts';

/** Columns of 2014 by the field that took their place. */
const formerNames: Readonly<Record<string, string>> = {
  dvce_created_tstamp: 'dvce_tstamp',
  unstruct_event: 'ue_json',
};

const fields: readonly Column[] = facts.records.events ?? [];

/** Fields that are an empty document, not null, when there is nothing. */
const documents = ['contexts', 'derived_contexts'];

export function eventFields(row: StoredRow): Record<string, unknown> {
  return Object.fromEntries(fields.map(({ column, kind }) => [column, fieldOf(row, column, kind)]));
}

function fieldOf(row: StoredRow, column: string, kind: ColumnKind): unknown {
  const value = row[column] ?? row[formerNames[column] ?? ''] ?? null;
  if (value === null) return documents.includes(column) ? {} : null;
  switch (kind) {
    case 'timestamp':
      return isoTime(String(value));
    case 'boolean':
      return value !== 0;
    case 'decimal':
      return exactNumber(String(value));
    case 'json':
      return exactDocument(String(value));
    default:
      return value;
  }
}

/** `2014-01-28 10:00:00.5` as `2014-01-28T10:00:00.500Z`. */
export function isoTime(text: string): string {
  const [date, time = '00:00:00'] = text.split(' ');
  const [seconds, fraction = ''] = time.split('.');
  return `${date}T${seconds}.${fraction.padEnd(3, '0')}Z`;
}
