/** Rule tracker-cache: sites and options come from memory, and from the database only when they changed or grew old. */
import { facts } from '../../generated/piwik/2.0/facts.ts';
import type { KeptSettings } from '../settings/kept.ts';
import type { PiwikOptions, Settings, Site } from '../settings/settings.ts';
import type { CacheContent, CachePart, Plugin } from './extension/plugin.ts';

/** What fills the cache, and what empties it: replaceable, so that faults can break each. */
export interface CacheParts {
  generalContent(plugins: readonly Plugin[], options: PiwikOptions): CacheContent;
  siteContent(plugins: readonly Plugin[], site: Site): CacheContent;
}

interface Cached<Value> {
  value: Value;
  content: CacheContent;
}

/** Another process may have changed the database: nothing is believed for longer than this. */
const maximumAge = Number(facts.rules['tracker-cache']?.constants.maximumAgeSeconds) * 1000;

export class TrackerCache {
  private readonly kept: KeptSettings;
  private readonly plugins: readonly Plugin[];
  private readonly parts: CacheParts;
  private general: Cached<PiwikOptions> | undefined;
  private readonly sites = new Map<number, Cached<Site>>();
  /** All parts together; undefined when one of them is missing. */
  private whole: Settings | undefined;
  private filledAt = 0;

  constructor(kept: KeptSettings, plugins: readonly Plugin[], parts: CacheParts) {
    this.kept = kept;
    this.plugins = plugins;
    this.parts = parts;
  }

  /** The same object as long as nothing changed. `clock` is in milliseconds. */
  settings(clock = Date.now()): Settings {
    if (clock - this.filledAt > maximumAge) this.invalidate('everything');
    if (this.whole !== undefined) return this.whole;
    this.filledAt = clock;
    const { value: piwik } = this.filledGeneral();
    this.whole = { ...this.kept.configured, piwik, sites: this.filledSites() };
    return this.whole;
  }

  /** What plugins added for all sites. */
  generalContent(): CacheContent {
    return this.filledGeneral().content;
  }

  /** What plugins added for this site. */
  siteContent(id: number): CacheContent {
    return this.sites.get(id)?.content ?? {};
  }

  /** The next request reads this part from the database again, and asks the plugins again. */
  invalidate(part: CachePart): void {
    this.whole = undefined;
    if (part === 'everything' || part === 'general') this.general = undefined;
    if (part === 'everything') this.sites.clear();
    else if (part !== 'general') this.sites.delete(part.site);
  }

  private filledGeneral(): Cached<PiwikOptions> {
    if (this.general === undefined) {
      const options = this.kept.options();
      this.general = { value: options, content: this.parts.generalContent(this.plugins, options) };
    }
    return this.general;
  }

  private filledSites(): Map<number, Site> {
    const found = new Map<number, Site>();
    for (const id of this.kept.siteIds()) {
      const site = this.sites.get(id)?.value ?? this.kept.site(id);
      if (site === undefined) continue;
      if (!this.sites.has(id)) this.sites.set(id, { value: site, content: this.parts.siteContent(this.plugins, site) });
      found.set(id, site);
    }
    return found;
  }
}

/** The settings of a request. */
export function cachedSettings(cache: TrackerCache): Settings {
  return cache.settings();
}

/** A setting was changed or removed. */
export function invalidateChanged(cache: TrackerCache, part: CachePart): void {
  cache.invalidate(part);
}

/** A plugin says that its data changed. */
export function invalidateByPlugin(cache: TrackerCache, part: CachePart): void {
  cache.invalidate(part);
}

export function generalContent(plugins: readonly Plugin[], options: PiwikOptions): CacheContent {
  return Object.assign({}, ...plugins.map((plugin) => plugin.trackerCacheGeneral?.(options) ?? {}));
}

export function siteContent(plugins: readonly Plugin[], site: Site): CacheContent {
  return Object.assign({}, ...plugins.map((plugin) => plugin.siteAttributes?.(site) ?? {}));
}
