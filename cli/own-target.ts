import type { TargetFile, TargetGoal } from '../conformance/server/targets/target-file.ts';
import { editions } from '../reference-server/editions.ts';
import type { Goal, Settings } from '../reference-server/settings/settings.ts';

/** The facts of a running reference server, as `test --target` reads them: no address, no token. */
export function ownTarget(settings: Settings): TargetFile {
  return {
    name: 'beaconform reference server',
    protocols: Object.values(editions).map(({ protocol, version }) => ({ protocol, version })),
    sites: [...settings.sites.values()].map(({ id, urls, timeZone, ecommerce, goals, ...site }) => ({
      id,
      urls: [...urls],
      timeZone,
      ecommerce,
      excludedAddresses: [...site.excludedAddresses],
      excludedParameters: [...site.excludedParameters],
      excludedUserAgents: [...site.excludedUserAgents],
      keepUrlFragment: site.keepUrlFragment,
      siteSearch: site.siteSearch,
      goals: goals.filter(({ deleted }) => !deleted).map(goalOf),
    })),
  };
}

function goalOf({ id, attribute, pattern, patternType, caseSensitive, revenue, allowMultiple }: Goal): TargetGoal {
  const common = { id, match: attribute, revenue, multiple: allowMultiple };
  return attribute === 'manually' ? common : { ...common, pattern, patternType, caseSensitive };
}
