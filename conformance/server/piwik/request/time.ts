/** Times on Piwik's wire and in its tables: `YYYY-MM-DD HH:MM:SS`, UTC. */

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** Seconds since 1970 as date and time. */
export function dateTime(seconds: number): string {
  const at = new Date(seconds * 1000);
  const date = [at.getUTCFullYear(), two(at.getUTCMonth() + 1), two(at.getUTCDate())].join('-');
  return `${date} ${timeOfDay(seconds)}`;
}

/** Seconds since 1970 as `HH:MM:SS`. */
export function timeOfDay(seconds: number): string {
  const at = new Date(seconds * 1000);
  return [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()].map(two).join(':');
}
