/** Rule visitor-id: the id a hit names, and the id of a visitor who named none. */
import { randomBytes } from 'node:crypto';
import type { PiwikOptions } from '../settings/settings.ts';
import { type Hit, Refusal } from './hit.ts';
import { idCookie } from './id-cookie.ts';

/** `forced` ids are matched only by id, never by configuration. */
export interface NamedVisitor {
  id: string;
  forced: boolean;
}

const digits = 16;

/**
 * `cid` when the hit is authenticated, else the server's own cookie when that is switched on, else `_id`.
 * Throws a Refusal when a `cid` that counts has not 16 characters; an unusable `_id` is as if it were missing.
 */
export function namedVisitor(hit: Hit, options: PiwikOptions): NamedVisitor | undefined {
  const cid = hit.authenticated ? hit.parameters.text('cid') : undefined;
  if (cid !== undefined) {
    if (Buffer.byteLength(cid) !== digits) {
      throw new Refusal(`cid is ${cid}, but a visitor id has ${digits} hexadecimal digits; send exactly so many`);
    }
    return { id: hexadecimal(cid), forced: true };
  }
  const id = (options.use_third_party_id_cookie ? idCookie(hit, options) : undefined) ?? hit.parameters.text('_id');
  return id === undefined || Buffer.byteLength(id) < digits ? undefined : { id: hexadecimal(id), forced: false };
}

/** A new id that nobody else has. */
export function newVisitorId(): string {
  return randomBytes(digits / 2).toString('hex');
}

/** The first 16 characters in lower case; a byte that is no hexadecimal digit counts as 0 (Piwik 2.0.3, section 1b). */
function hexadecimal(text: string): string {
  const bytes = Buffer.from(text).subarray(0, digits).toString('latin1').toLowerCase();
  return bytes.replace(/[^0-9a-f]/g, '0');
}
