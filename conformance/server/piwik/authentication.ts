/** Without a token a privileged parameter is never obeyed; with one it is. */
import { choicesOf } from '../coverage/choices.ts';
import type { Experiment } from '../model.ts';
import { authenticationOf, type Claims, claims, privileged } from './authentication/claim.ts';
import { denied } from './authentication/denied.ts';
import { needsToken } from './obstacle.ts';

export const authentication: Experiment<Claims> = {
  id: 'piwik.authentication',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: privileged.map(authenticationOf),
  casesPerRun: 2,
  obstacle: needsToken,
  branches: choicesOf(privileged, ({ names }) => names),
  plan: () => claims,
  render: (plan, identity, target) => denied(plan, [], identity, target, authenticationOf),
};
