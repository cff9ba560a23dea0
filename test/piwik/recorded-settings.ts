/** The settings under which the cases were recorded. */
import { createHash } from 'node:crypto';
import { defaultSites } from '../../reference-server/settings/default-sites.ts';
import { type SiteConfig, settingsOf } from '../../reference-server/settings/read.ts';
import type { Goal, PiwikOptions, Settings } from '../../reference-server/settings/settings.ts';

/** What a case of the whole server changes: options by their names, or a plugin switched off. */
export interface Environment {
  ini?: Record<string, Record<string, number>>;
  options?: Record<string, number>;
  noplugin?: string[];
}

/** The sites of the recording are the default sites of this server, but for a goal of site 1 that nothing reaches. */
export const recordedSettings: Settings = settingsOf(
  {
    sites: [...defaultSites],
    tokens: [
      { token: '49cc2264370ee9bbb07a1562c537193c', role: 'admin', sites: [1] },
      { token: '30de1bc6a40b4fcfb6d6b5f30c7816b8', role: 'view', sites: [1] },
    ],
  },
  '66fe11cc79ec87bb14cffe214de4cd9e',
);

export function configured(settings: Settings, environment: Environment): Settings {
  const { ini = {}, options = {}, noplugin = [] } = environment;
  const given = { ...ini.Tracker, ...ini.Debug };
  const piwik = { ...settings.piwik, ...named(given), ...privacy(options) };
  if (!noplugin.includes('Goals')) return { ...settings, piwik };
  const sites = [...settings.sites.values()].map((site) => [site.id, { ...site, goals: [] }] as const);
  return { ...settings, piwik, sites: new Map(sites) };
}

function named(given: Record<string, number>): Partial<PiwikOptions> {
  const options: Record<string, number | boolean> = {};
  for (const [name, value] of Object.entries(given)) {
    options[name] =
      typeof recordedSettings.piwik[name as keyof PiwikOptions] === 'boolean' ? Number(value) === 1 : Number(value);
  }
  return options as Partial<PiwikOptions>;
}

function privacy(options: Record<string, number | string>): Partial<PiwikOptions> {
  return {
    anonymize_ip: Number(options['PrivacyManager.ipAnonymizerEnabled'] ?? 0) === 1,
    do_not_track: Number(options['PrivacyManager.doNotTrackEnabled'] ?? 0) === 1,
  };
}

interface VectorSite {
  hosts?: string[];
  sitesearch?: number;
  sitesearch_category_parameters?: string[];
  excluded_ips?: [string, string][];
  goals?: Record<string, VectorGoal>;
}

interface VectorGoal {
  idgoal: number;
  match_attribute: Goal['attribute'];
  pattern?: string;
  pattern_type?: Goal['patternType'];
  case_sensitive?: number;
  allow_multiple: number;
  revenue: number;
  deleted: number;
}

/** The settings of the cases that were run without HTTP: sites alike, a super user, an administrator of site 1. */
export function vectorSettings(given: object, environment: object): Settings {
  const site = given as VectorSite;
  const env = environment as {
    config?: Record<string, number>;
    debugcfg?: Record<string, number>;
    general?: Record<string, string>;
  };
  const sites = [1, 2, 8876].map(
    (id): SiteConfig => ({
      id,
      urls: (site.hosts ?? ['example.org']).map((host) => `http://${host}`),
      siteSearch: site.sitesearch !== 0,
      searchCategoryParameters: site.sitesearch_category_parameters ?? [],
      excludedAddresses: (site.excluded_ips ?? []).map(([first]) => first),
      goals: Object.values(site.goals ?? {}).map(goalOf),
    }),
  );
  const settings = settingsOf(
    { sites, tokens: [{ token: 'adminadminadminadminadminadmin12', role: 'admin', sites: [1] }] },
    createHash('md5').update('rootpw').digest('hex'),
  );
  const changes = { ...named({ ...env.config, ...env.debugcfg }), ...privacy(env.general ?? {}) };
  return { ...settings, piwik: { ...settings.piwik, ...changes } };
}

function goalOf(goal: VectorGoal): Goal {
  return {
    id: goal.idgoal,
    name: `goal ${goal.idgoal}`,
    attribute: goal.match_attribute,
    pattern: goal.pattern ?? '',
    patternType: goal.pattern_type ?? 'contains',
    caseSensitive: goal.case_sensitive === 1,
    allowMultiple: goal.allow_multiple === 1,
    revenue: String(goal.revenue),
    deleted: goal.deleted === 1,
  };
}
