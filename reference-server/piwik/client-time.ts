/** Rule client-time: the clock of a hit. */
import type { Arrival } from './hit.ts';

/**
 * Seconds since 1970: `cdt` when the request is authenticated and the value can be read, else when the request came.
 * Past and future are taken without limit (Piwik 2.0.3, section 1b).
 */
export function clientTime(
  arrival: Arrival,
  authenticated: boolean,
  dateTime: (text: string) => number | undefined,
): number {
  const cdt = arrival.parameters.text('cdt');
  return (authenticated && cdt ? dateTime(cdt) : undefined) ?? arrival.receivedAt;
}
