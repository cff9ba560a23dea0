import { expected } from './expected.ts';

/** Whole seconds since 1970-01-01 00:00:00 UTC; a number is taken as such seconds. */
export function epochSeconds(value: Date | number): string {
  const seconds = typeof value === 'number' ? value : Math.floor(value.getTime() / 1000);
  if (!Number.isSafeInteger(seconds) || seconds < 0) throw expected('a Date or whole seconds since 1970', value);
  return String(seconds);
}
