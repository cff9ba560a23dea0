/** Whose token lets privileged parameters take effect. */

import fc from 'fast-check';
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../../coverage/choices.ts';
import type { Experiment, TargetFacts } from '../../model.ts';
import { firstOf, needsToken } from '../obstacle.ts';
import { type Claims, claims } from './claim.ts';
import { granted } from './denied.ts';

const requirements = {
  'super-user': 'piwik.authentication.super-user',
  'site-admin': 'piwik.authentication.site-admin',
} as const satisfies Record<string, RequirementId>;
type Sufficient = keyof typeof requirements;
const roles = Object.keys(requirements) as Sufficient[];

interface Plan extends Claims {
  role: Sufficient;
}

function rolesOf({ roleTokens = {} }: TargetFacts): Sufficient[] {
  return roles.filter((role) => roleTokens[role] !== undefined);
}

function needsRoles(target: TargetFacts) {
  if (rolesOf(target).length > 0) return undefined;
  const reason = 'no token is known of a user whose role is known to suffice (BEACONFORM_TOKEN_SITE_ADMIN)';
  return { status: 'skipped' as const, reason };
}

export const authenticationRoles: Experiment<Plan> = {
  id: 'piwik.authentication-roles',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: Object.values(requirements),
  casesPerRun: 2,
  obstacle: firstOf(needsToken, needsRoles),
  branches: choicesOf(roles, ({ role }) => role),
  plan: (target) =>
    fc.tuple(fc.constantFrom(...rolesOf(target)), claims).map(([role, claimed]) => ({ ...claimed, role })),
  render: ({ role, ...plan }, identity, target) =>
    granted(plan, target.roleTokens?.[role] ?? '', identity, target, () => requirements[role]),
};
