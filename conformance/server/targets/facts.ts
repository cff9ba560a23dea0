import type { PatternGoal, SiteFacts, TargetFacts } from '../model.ts';
import { UsageError } from '../run/errors.ts';
import type { RunOptions, Suite } from '../run/options.ts';
import type { TargetGoal, TargetSite } from './target-file.ts';

/**
 * What experiments may know of the target: command line over target file over defaults.
 * Without a target file it has site 1, no goals, and claims every feature.
 *
 * @throws UsageError when the target file has no such site
 */
export function targetFactsOf({ target, site, token, roleTokens }: RunOptions, suites: readonly Suite[]): TargetFacts {
  const sites = target?.sites ?? [];
  const id = site ?? sites[0]?.id ?? 1;
  const own = sites.find((one) => one.id === id);
  if (sites.length > 0 && !own) {
    throw new UsageError(`--site ${id}: the target file has sites ${sites.map((one) => one.id).join(', ')}`);
  }
  const goals = (own?.goals ?? []).filter(({ match }) => match === 'manually');
  const known = suites.flatMap(({ experiments }) => experiments.flatMap(({ features = [] }) => features));
  return {
    site: id,
    token: token === '' ? undefined : token,
    goals: goals.map((goal) => ({ id: goal.id, revenue: goal.revenue ?? '0', multiple: goal.multiple ?? false })),
    features: new Set(target?.features ?? known),
    options: target?.options ?? {},
    sites: sites.map(siteFactsOf),
    roleTokens: roleTokens ?? {},
  };
}

function siteFactsOf(site: TargetSite): SiteFacts {
  return {
    id: site.id,
    patternGoals: (site.goals ?? []).flatMap(patternGoalOf),
    excludedAddresses: site.excludedAddresses ?? [],
    excludedUserAgents: site.excludedUserAgents ?? [],
    excludedParameters: site.excludedParameters ?? [],
    keepsFragment: site.keepUrlFragment ?? false,
    siteSearch: site.siteSearch ?? true,
  };
}

function patternGoalOf({ id, match, pattern = '', patternType, caseSensitive }: TargetGoal): PatternGoal[] {
  if (match === 'manually' || pattern === '') return [];
  return [{ id, match, pattern, patternType: patternType ?? 'contains', caseSensitive: caseSensitive ?? false }];
}
