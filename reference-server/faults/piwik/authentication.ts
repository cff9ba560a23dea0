/** Faults of authentication. */
import type { Parts } from '../../piwik/parts.ts';
import type { Settings, Site } from '../../settings/settings.ts';
import type { Fault } from '../fault.ts';
import { withExclusion, withPart } from './replace.ts';

type Role = 'superuser' | 'admin' | 'view';

/** Refuses tokens of a role, or accepts them whatever the site. */
function forRole(parts: Parts, role: Role, grants: (settings: Settings, site: Site, token: string) => boolean): Parts {
  const broken: (sound: Parts['authenticated']) => Parts['authenticated'] = (sound) => (settings, site, token) => {
    const isOfRole = token !== undefined && settings.tokens.get(token)?.role === role;
    return isOfRole ? grants(settings, site, token) : sound(settings, site, token);
  };
  return withPart(withPart(parts, 'authenticated', broken), 'bulkAllowed', broken);
}

export const authenticationFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.authentication.super-user-unknown',
    requirement: 'piwik.authentication.super-user',
    description: 'The token of the super user is not enough.',
    apply: (parts) => forRole(parts, 'superuser', () => false),
  },
  {
    id: 'piwik.authentication.admin-unknown',
    requirement: 'piwik.authentication.site-admin',
    description: 'The token of an administrator of the site is not enough.',
    apply: (parts) => forRole(parts, 'admin', () => false),
  },
  {
    id: 'piwik.authentication.admin-everywhere',
    requirement: 'piwik.authentication.other-site',
    description: 'An administrator of one site is one of all.',
    apply: (parts) => forRole(parts, 'admin', () => true),
  },
  {
    id: 'piwik.authentication.viewer-as-admin',
    requirement: 'piwik.authentication.view-only',
    description: 'The token of a user who may view the site is enough.',
    apply: (parts) => forRole(parts, 'view', (_settings, site) => site.id > 0),
  },
  {
    id: 'piwik.authentication.needed-for-titles',
    requirement: 'piwik.authentication.not-needed',
    description: 'A request with a title and without a token is not stored.',
    apply: (parts) =>
      withExclusion(parts, ({ authenticated, parameters }) => {
        return !authenticated && !parameters.has('token_auth') && parameters.has('action_name');
      }),
  },
  {
    id: 'piwik.authentication.wrong-token-excluded',
    requirement: 'piwik.authentication.wrong-token',
    description: 'A request with a wrong token is not stored.',
    apply: (parts) => withExclusion(parts, (hit) => !hit.authenticated && hit.parameters.has('token_auth')),
  },
  {
    id: 'piwik.authentication.token-in-answer',
    requirement: 'piwik.authentication.secret',
    description: 'The answer repeats the query of the request in a header.',
    apply: (parts) =>
      withPart(parts, 'answer', (sound) => (request, more) => {
        const query = request.query.replace(/[^ -~]/g, '?');
        return sound(request, { ...more, 'X-Query': query });
      }),
  },
];
