/** Times of the tracking API: `2011-04-05 00:11:42` in UTC, or seconds since 1970. Rows hold the first form. */
import { remembering } from '../../memory.ts';

const seconds = /^\d{1,10}$/;
const form = /^\s*([1-9]\d{3})-(\d{1,2})-(\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*(?:Z|UTC)?\s*$/;
/** The first second of the year 1000 and the last of the year 9999: columns hold what lies between. */
const earliest = -30610224000;
const latest = 253402300799;

/** Seconds since 1970, or undefined when the text is no time of the years 1000 to 9999, or a number of 0. */
export function dateTime(text: string): number | undefined {
  return seconds.test(text) ? Number(text) || undefined : calendarTime(text);
}

/** The next time that a column can hold. */
export function storable(time: number): number {
  return Math.max(earliest, Math.min(time, latest));
}

/**
 * Seconds since 1970 as a row holds them: `YYYY-MM-DD HH:MM:SS`, UTC. A busy second's hits write and look for the same
 * few times: without a memory of them a hit costs a tenth more.
 */
export const sqlTime = remembering(256, (time: number): string => {
  const iso = new Date(time * 1000).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
});

/** Seconds since 1970 as a column of dates holds them: `YYYY-MM-DD`, UTC. */
export function sqlDate(time: number): string {
  return new Date(time * 1000).toISOString().slice(0, 10);
}

/** What a row holds, in seconds since 1970. */
export function fromSqlTime(text: string): number {
  return Date.parse(`${text.slice(0, 10)}T${text.slice(11)}Z`) / 1000;
}

function calendarTime(text: string): number | undefined {
  const match = form.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0)) as number[];
  const time = Date.UTC(Number(year), Number(month) - 1, day, hour, minute, second);
  const date = new Date(time);
  // A day, hour, minute or second that does not exist rolls over into what is before it, and is thereby found.
  const exists = date.getUTCMonth() + 1 === month && date.getUTCHours() === hour && date.getUTCMinutes() === minute;
  return exists ? time / 1000 : undefined;
}
