/** Rule authentication: which tokens make privileged parameters take effect. */
import { timingSafeEqual } from 'node:crypto';
import type { Settings, Site } from '../settings/settings.ts';

/**
 * True for the token of a super user or of an administrator of this site; the right to view is not enough. With
 * `tracking_requests_require_authentication` off everybody is authenticated.
 */
export function authenticated(settings: Settings, site: Site, token: string | undefined): boolean {
  if (!settings.piwik.tracking_requests_require_authentication) return true;
  if (token === undefined) return false;
  let found = false;
  // Every token is compared, so that the time taken tells nothing about any of them.
  for (const [known, access] of settings.tokens) {
    const grants = access.role === 'superuser' || (access.role === 'admin' && access.sites.includes(site.id));
    if (sameToken(known, token) && grants) found = true;
  }
  return found;
}

function sameToken(known: string, given: string): boolean {
  const left = Buffer.from(known);
  const right = Buffer.alloc(left.length);
  right.write(given);
  return timingSafeEqual(left, right) && Buffer.byteLength(given) === left.length;
}
