import { facts } from '../../../../generated/snowplow/tp2/facts.ts';

/** The field of today's canonical event that took the place of a column of 2014. */
const laterNames: Readonly<Record<string, string>> = {
  dvce_tstamp: 'dvce_created_tstamp',
  ue_json: 'unstruct_event',
};

const fields: ReadonlySet<string> = new Set((facts.records.events ?? []).map(({ column }) => column));

/** Micro tells neither method nor path of a bad request, and its body only when the payload could not be read. */
const badColumns: ReadonlySet<string> = new Set(['received_tstamp', 'querystring', 'errors']);

/** The field of a good event that shows a column, or undefined when none does. */
export function fieldOf(column: string): string | undefined {
  const field = laterNames[column] ?? column;
  return fields.has(field) ? field : undefined;
}

export function showsColumn(record: string, column: string): boolean {
  if (record === 'events') return fieldOf(column) !== undefined;
  return record === 'bad' && badColumns.has(column);
}
