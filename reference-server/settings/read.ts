/** A configuration, with defaults for all it leaves out, to settings. */
import type { Config, Goal as GoalConfig, Site as SiteConfig } from '../../generated/files/config.ts';
import { checkConfig } from './check.ts';
import { defaultPiwikOptions, defaultSnowplowOptions } from './default-options.ts';
import { defaultSites } from './default-sites.ts';
import type { Access, Goal, Settings, Site } from './settings.ts';

export type { Config, SiteConfig };

/** `token` is the super user's. Throws when the configuration cannot be used. */
export function settingsOf(config: Config, token: string): Settings {
  checkConfig(config);
  const { maxmind_database, search_engines, plugins, ...options } = config.piwik ?? {};
  const files = { maxmind_database, search_engines, plugins };
  const sites = (config.sites ?? defaultSites).map(siteOf);
  const tokens = new Map<string, Access>();
  for (const entry of config.tokens ?? []) tokens.set(entry.token, { role: entry.role, sites: entry.sites ?? [] });
  tokens.set(token, { role: 'superuser', sites: [] });
  return {
    sites: new Map(sites.map((site) => [site.id, site])),
    tokens,
    piwik: { ...defaultPiwikOptions, ...options },
    piwikFiles: Object.fromEntries(Object.entries(files).filter(([, path]) => path !== undefined)),
    snowplow: { ...defaultSnowplowOptions, ...config.snowplow },
  };
}

/** A site of the configuration, with defaults for what it leaves out. */
export function siteOf(config: SiteConfig): Site {
  return {
    name: '',
    timeZone: 'UTC',
    currency: 'USD',
    ecommerce: false,
    siteSearch: true,
    searchKeywordParameters: [],
    searchCategoryParameters: [],
    excludedAddresses: [],
    excludedParameters: [],
    excludedUserAgents: [],
    keepUrlFragment: false,
    ...config,
    goals: (config.goals ?? []).map(goalOf),
  };
}

function goalOf(config: GoalConfig): Goal {
  return {
    name: '',
    patternType: 'contains',
    pattern: '',
    caseSensitive: false,
    allowMultiple: false,
    revenue: '0',
    deleted: false,
    ...config,
  };
}
