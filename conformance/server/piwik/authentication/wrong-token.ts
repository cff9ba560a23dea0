/** With a wrong token a privileged parameter is obeyed no more than without one. */
import type { Experiment, Identity } from '../../model.ts';
import { needsToken } from '../obstacle.ts';
import type { Pairs } from '../request/hit.ts';
import { allClaims, authenticationOf, type Claims, privileged } from './claim.ts';
import { denied } from './denied.ts';

/** 32 hexadecimal digits that nobody was ever given. */
export function wrongToken(identity: Identity): Pairs {
  return [['token_auth', `${identity.visitor(30)}${identity.visitor(31)}`]];
}

export const authenticationWrongToken: Experiment<Claims> = {
  id: 'piwik.authentication-wrong-token',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: privileged.map(authenticationOf),
  wrongToken: true,
  obstacle: needsToken,
  plan: () => allClaims,
  render: (plan, identity, target) => denied(plan, wrongToken(identity), identity, target),
};
