import { expected } from './expected.ts';

/** Milliseconds since 1970-01-01 00:00:00 UTC; a number is taken as such milliseconds. */
export function epochMillis(value: Date | number): string {
  const millis = Number(value);
  if (!Number.isSafeInteger(millis)) throw expected('a Date or whole milliseconds since 1970', value);
  return String(millis);
}
