import { randomBytes } from 'node:crypto';
import type { TokenRole } from '../conformance/server/model.ts';

/** A user of the server that the tool starts for itself. */
export interface OwnUser {
  is: TokenRole;
  role: 'admin' | 'view';
  sites: number[];
  token: string;
}

/** A user of each role that the suite asks about; the first two default sites are enough to tell them apart. */
export function userTokens(): OwnUser[] {
  const user = (is: TokenRole, role: 'admin' | 'view', site: number): OwnUser => {
    return { is, role, sites: [site], token: randomBytes(16).toString('hex') };
  };
  return [user('site-admin', 'admin', 1), user('other-site', 'admin', 2), user('view-only', 'view', 1)];
}

/** The tokens by role, with that of the super user. */
export function tokensOf(superUser: string, users: readonly OwnUser[]): Partial<Record<TokenRole, string>> {
  return { 'super-user': superUser, ...Object.fromEntries(users.map(({ is, token }) => [is, token])) };
}
