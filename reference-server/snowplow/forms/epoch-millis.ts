import type { Form } from './form.ts';

const digits = /^[+-]?\d{1,19}$/;

/** Milliseconds since 1970; the columns are date, time of day, the number itself, and both together, in UTC. */
export const epochMillis: Form = (text) => {
  const millis = digits.test(text) ? Number(text) : Number.NaN;
  const stamp = timestamp(millis);
  if (stamp === undefined) return { fault: `${JSON.stringify(text)} is not a time in milliseconds since 1970` };
  const blank = stamp.indexOf(' ');
  return { values: [stamp.slice(0, blank), stamp.slice(blank + 1, blank + 9), millis, stamp] };
};

/** `YYYY-MM-DD HH:MM:SS.mmm` in UTC; undefined outside the years 1 to 9999, which SQL timestamps cannot hold. */
export function timestamp(millis: number): string | undefined {
  // Covers NaN, too.
  if (!(millis >= -62_135_596_800_000 && millis < 253_402_300_800_000)) return undefined;
  return new Date(millis).toISOString().replace('T', ' ').slice(0, 23);
}
