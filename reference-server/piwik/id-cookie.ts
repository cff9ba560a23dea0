/** The server's own visitor id in a cookie, for sites that share their visitors: an option, off by default. */
import type { PiwikOptions } from '../settings/settings.ts';
import { cookieValue } from './cookies.ts';
import type { Arrival } from './hit.ts';

/** The id in the cookie of the request, when it has 16 hexadecimal digits. */
export function idCookie(arrival: Arrival, options: PiwikOptions): string | undefined {
  const value = cookieValue(arrival.headers.cookie, options.cookie_name);
  return value !== undefined && /^[0-9a-f]{16}$/.test(value) ? value : undefined;
}

/** Header `Set-Cookie` that gives the visitor this id; it lives `cookie_expire` seconds from the clock of the hit. */
export function setIdCookie(options: PiwikOptions, id: string, now: number): string {
  const expires = new Date((now + options.cookie_expire) * 1000).toUTCString();
  return `${options.cookie_name}=${id}; expires=${expires}; path=/`;
}
