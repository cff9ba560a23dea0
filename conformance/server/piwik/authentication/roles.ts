/** Whose token lets privileged parameters take effect, and whose does not. */

import fc from 'fast-check';
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../../coverage/choices.ts';
import type { Experiment, TargetFacts, TokenRole } from '../../model.ts';
import { firstOf, needsToken } from '../obstacle.ts';
import { wireOf } from '../request/hit.ts';
import { type Claims, claims } from './claim.ts';
import { denied, granted } from './denied.ts';

const requirements: Readonly<Record<TokenRole, RequirementId>> = {
  'super-user': 'piwik.authentication.super-user',
  'site-admin': 'piwik.authentication.site-admin',
  'other-site': 'piwik.authentication.other-site',
  'view-only': 'piwik.authentication.view-only',
};
const sufficient: readonly TokenRole[] = ['super-user', 'site-admin'];

interface Plan extends Claims {
  role: TokenRole;
}

function rolesOf({ roleTokens = {} }: TargetFacts): TokenRole[] {
  return (Object.keys(requirements) as TokenRole[]).filter((role) => roleTokens[role] !== undefined);
}

function needsRoles(target: TargetFacts) {
  if (rolesOf(target).length > 0) return undefined;
  const reason = 'no token is known of a user whose role is known (BEACONFORM_TOKEN_VIEW_ONLY, _SITE_ADMIN …)';
  return { status: 'skipped' as const, reason };
}

export const authenticationRoles: Experiment<Plan> = {
  id: 'piwik.authentication-roles',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: Object.values(requirements),
  casesPerRun: 2,
  obstacle: firstOf(needsToken, needsRoles),
  branches: choicesOf(Object.keys(requirements), ({ role }) => role),
  plan: (target) =>
    fc.tuple(fc.constantFrom(...rolesOf(target)), claims).map(([role, claimed]) => ({ ...claimed, role })),
  render: ({ role, ...plan }, identity, target) => {
    const token = target.roleTokens?.[role] ?? '';
    const requirementOf = () => requirements[role];
    if (sufficient.includes(role)) return granted(plan, token, identity, target, requirementOf);
    return denied(plan, [['token_auth', wireOf(token)]], identity, target, requirementOf);
  },
};
