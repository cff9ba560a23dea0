import { expected } from './expected.ts';

/** `YYYY-MM-DD HH:MM:SS` in UTC; text of that form is sent as it is. */
export function dateTime(value: Date | string): string {
  const isDate = value instanceof Date && !Number.isNaN(value.getTime());
  const text = isDate ? value.toISOString().slice(0, 19).replace('T', ' ') : value;
  if (typeof text === 'string' && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return text;
  throw expected('a Date or YYYY-MM-DD HH:MM:SS', value);
}
