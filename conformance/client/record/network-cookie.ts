import { randomUUID } from 'node:crypto';
import { endpointOf } from '../../../wire/request.ts';
import type { RecordedRequest } from '../recorded.ts';

const year = 365 * 24 * 60 * 60;

/**
 * The cookie by which a tracker knows a browser across sites, as servers set it: it shows whether a client keeps the id
 * of its visitor. None for clients that ask for none.
 */
export function networkCookie({ path, headers }: RecordedRequest): Record<string, string> {
  if (headers['sp-anonymous'] || headers.dnt === '1') return {};
  const name = endpointOf(path).endsWith('.php') ? '_pk_uid' : 'sp';
  const value = new RegExp(`(?:^|;\\s*)${name}=([0-9a-f-]{36})(?:;|$)`).exec(headers.cookie ?? '')?.[1] ?? randomUUID();
  return { 'set-cookie': `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax` };
}
