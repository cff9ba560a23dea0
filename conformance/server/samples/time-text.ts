/** Times as readers write them, from milliseconds since 1970; years 0 to 9999 only. */
import type { ParameterColumn } from '../../../generated/model.ts';
import type { StoredValue } from '../model.ts';

/** That of the year 1: there is no year 0. */
export const FIRST_MILLISECOND = Date.parse('0001-01-01T00:00:00Z');

/** The last millisecond that four digits of a year can tell. */
export const LAST_MILLISECOND = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** `YYYY-MM-DD HH:MM:SS.mmm`, UTC. */
function milliseconds(at: number): string {
  return new Date(at).toISOString().replace('T', ' ').replace('Z', '');
}

/** What a column of this kind shows of the moment. An integer column shows it in milliseconds. */
export function momentIn(column: ParameterColumn, at: number): StoredValue {
  const text = milliseconds(at);
  switch (column.kind) {
    case 'date':
      return text.slice(0, 10);
    case 'time':
      return text.slice(11, 19);
    case 'timestamp':
      return text;
    case 'integer':
      return at;
    default:
      throw new Error(
        `${column.record}.${column.column} has kind ${column.kind}, but a moment fits a date, time, timestamp or integer: correct x-columns in the spec`,
      );
  }
}
