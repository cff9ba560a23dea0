import { isDeepStrictEqual } from 'node:util';
import type { TargetFile, TargetGoal } from '../conformance/server/targets/target-file.ts';
import { editions } from '../reference-server/editions.ts';
import { defaultPiwikOptions } from '../reference-server/settings/default-options.ts';
import type { Goal, PiwikOptions, Settings } from '../reference-server/settings/settings.ts';

/** The facts of a running reference server, as `test --target` reads them: no address, no token. */
export function ownTarget(settings: Settings): TargetFile {
  const options = changedOptions(settings.piwik);
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
    ...(Object.keys(options).length === 0 ? {} : { options }),
  };
}

/** Options that differ from those it starts with. */
function changedOptions(options: PiwikOptions): NonNullable<TargetFile['options']> {
  const plain = new Map(Object.entries(defaultPiwikOptions));
  const changed = Object.entries(options).filter(([name, value]) => !isDeepStrictEqual(value, plain.get(name)));
  return Object.fromEntries(changed);
}

function goalOf({ id, attribute, pattern, patternType, caseSensitive, revenue, allowMultiple }: Goal): TargetGoal {
  const common = { id, match: attribute, revenue, multiple: allowMultiple };
  return attribute === 'manually' ? common : { ...common, pattern, patternType, caseSensitive };
}
