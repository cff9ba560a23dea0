/** Rule local-time: the visitor's own clock. */
import type { Parameters } from './parameters.ts';

/** Largest hour that a column TIME can hold. */
const largestHour = 838;

/**
 * `HH:MM:SS` from `h`, `m` and `s`; a part that is missing or no number is the server's. Minutes or seconds beyond 59
 * make no time: the column then holds midnight. A minus sign ends the text for such a column: a minute below 0 leaves
 * the hours as seconds, a second below 0 leaves hours and minutes (ledger piwik.local-time-out-of-range).
 */
export function localTime(parameters: Parameters, now: number): string {
  const clock = new Date(now * 1000);
  const hour = parameters.integer('h') ?? clock.getUTCHours();
  const minute = parameters.integer('m') ?? clock.getUTCMinutes();
  const second = parameters.integer('s') ?? clock.getUTCSeconds();
  return columnTime(hour, minute, second);
}

function columnTime(hour: number, minute: number, second: number): string {
  if (minute > 59 || second > 59) return '00:00:00';
  if (minute < 0) return columnTime(0, 0, hour);
  const sign = hour < 0 ? '-' : '';
  if (Math.abs(hour) > largestHour) return `${sign}838:59:59`;
  return `${sign}${two(Math.abs(hour))}:${two(minute)}:${two(Math.max(second, 0))}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
