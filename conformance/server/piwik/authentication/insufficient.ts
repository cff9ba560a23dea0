/**
 * Tokens of people who may not: nothing is believed that they claim. Trackers count such a token as a wrong one, so
 * that a run may send only few.
 */
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import type { Experiment, TokenRole } from '../../model.ts';
import { firstOf, needsToken } from '../obstacle.ts';
import { allClaims, type Claims } from './claim.ts';
import { allDenied } from './denied.ts';

function insufficient(role: TokenRole, requirement: RequirementId): Experiment<readonly Claims[]> {
  const variable = `BEACONFORM_TOKEN_${role.toUpperCase().replace('-', '_')}`;
  const reason = `no token of such a user is known: set ${variable}`;
  return {
    id: `piwik.authentication-${role}`,
    protocol: 'piwik',
    versions: ['2.0'],
    requirements: [requirement],
    casesPerRun: 0,
    wrongToken: true,
    obstacle: firstOf(needsToken, ({ roleTokens }) =>
      roleTokens?.[role] === undefined ? { status: 'skipped', reason } : undefined,
    ),
    branches: {},
    plan: () => allClaims,
    render: (plans, identity, target) =>
      allDenied(plans, target.roleTokens?.[role] ?? '', identity, target, () => requirement),
  };
}

export const otherSite = insufficient('other-site', 'piwik.authentication.other-site');
export const viewOnly = insufficient('view-only', 'piwik.authentication.view-only');
