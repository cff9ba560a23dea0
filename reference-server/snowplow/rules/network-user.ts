import { randomUUID } from 'node:crypto';
import type { EventRule } from '../event.ts';

/** `nuid` if it was sent, else the collector's cookie, which is drawn once and kept, whatever it holds. */
export const networkUser: EventRule = (event) => {
  event.networkUser = cookie(event.request.headers.cookie, event.options.cookie_name) || randomUUID();
  event.row.network_userid ??= event.networkUser;
};

function cookie(header: string | undefined, wanted: string): string | undefined {
  if (header === undefined) return undefined;
  for (const part of header.split(';')) {
    const equals = part.indexOf('=');
    if (part.slice(0, equals).trim() !== wanted) continue;
    return part.slice(equals + 1);
  }
  return undefined;
}
