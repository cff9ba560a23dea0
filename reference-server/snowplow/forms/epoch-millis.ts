import { remembering } from '../../memory.ts';
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
  const day = Math.floor(millis / dayMs);
  const time = millis - day * dayMs;
  return `${dateOf(day)} ${clock(Math.floor(time / 1000))}.${String(time % 1000).padStart(3, '0')}`;
}

const dayMs = 86_400_000;
/** Events come from a few days only, and the name of a day is the costly part. */
const dateOf = remembering(1000, (day: number) => new Date(day * dayMs).toISOString().slice(0, 10));

function clock(seconds: number): string {
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
