/** A configuration, with defaults for all it leaves out, to settings. */
import { defaultPiwikOptions, defaultSnowplowOptions } from './default-options.ts';
import { defaultSites } from './default-sites.ts';
import type { Access, Goal, PiwikOptions, Settings, Site, SnowplowOptions } from './settings.ts';

/** The file of `--config`: see `spec/files/config.schema.json`. */
export interface Config {
  sites?: readonly SiteConfig[];
  tokens?: readonly TokenConfig[];
  piwik?: Partial<PiwikOptions>;
  snowplow?: Partial<SnowplowOptions>;
}

export type SiteConfig = Partial<Omit<Site, 'goals'>> &
  Pick<Site, 'id' | 'urls'> & { goals?: readonly (Partial<Goal> & Pick<Goal, 'id' | 'attribute'>)[] };

export interface TokenConfig extends Pick<Access, 'role'> {
  token: string;
  sites?: readonly number[];
}

/** `token` is the super user's. */
export function settingsOf(config: Config, token: string): Settings {
  const sites = (config.sites ?? defaultSites).map(siteOf);
  const tokens = new Map<string, Access>();
  for (const entry of config.tokens ?? []) tokens.set(entry.token, { role: entry.role, sites: entry.sites ?? [] });
  tokens.set(token, { role: 'superuser', sites: [] });
  return {
    sites: new Map(sites.map((site) => [site.id, site])),
    tokens,
    piwik: { ...defaultPiwikOptions, ...config.piwik },
    snowplow: { ...defaultSnowplowOptions, ...config.snowplow },
  };
}

function siteOf(config: SiteConfig): Site {
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

function goalOf(config: Partial<Goal> & Pick<Goal, 'id' | 'attribute'>): Goal {
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
