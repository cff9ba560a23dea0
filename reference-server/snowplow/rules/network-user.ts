import { randomUUID } from 'node:crypto';
import type { EventRule } from '../event.ts';

/** What a cookie value may hold to be sent back unchanged. */
const cookieValue = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]{1,200}$/;

/** `nuid` if it was sent, else the collector's cookie, which is drawn once and kept. */
export const networkUser: EventRule = (event) => {
  event.networkUser = cookie(event.request.headers.cookie, event.options.cookie_name) ?? randomUUID();
  event.row.network_userid ??= event.networkUser;
};

function cookie(header: string | undefined, wanted: string): string | undefined {
  if (header === undefined) return undefined;
  for (const part of header.split(';')) {
    const equals = part.indexOf('=');
    if (part.slice(0, equals).trim() !== wanted) continue;
    const value = part.slice(equals + 1).trim();
    if (cookieValue.test(value)) return value;
  }
  return undefined;
}
