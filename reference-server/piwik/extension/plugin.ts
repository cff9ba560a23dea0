/** What a plugin is: one file that exports `plugin`, of this shape. Every hook may be left out. */
import type { ColumnKind } from '../../../generated/model.ts';
import type { PiwikOptions, Site } from '../../settings/settings.ts';
import type { Row, Store } from '../../storage/store.ts';
import type { Hit } from '../hit.ts';

/** A file of the folder may also export `provider`, a location provider. */
export type { Location, LocationProvider } from '../geolocation.ts';

export interface Plugin {
  name: string;
  /** Added to log tables when the server starts; rows of before have no value there. */
  columns?: readonly PluginColumn[];
  /** Run by tracking requests, on the side. */
  tasks?: readonly ScheduledTask[];
  /** Called once, before the first request. */
  start?(host: PluginHost): void;
  /** Data for the general part of the tracker cache (Tracker.setTrackerCacheGeneral). */
  trackerCacheGeneral?(options: PiwikOptions): CacheContent;
  /** Data for one site's part of the tracker cache (Site.getSiteAttributes). */
  siteAttributes?(site: Site): CacheContent;
  /** The reason why a hit is not stored; undefined lets it pass (Tracker.isExcludedVisit). */
  isExcludedVisit?(event: HitEvent): string | undefined;
  /** Columns of a visit about to be stored (Tracker.newVisitorInformation). */
  newVisitorInformation?(event: HitEvent, row: Row): Row;
  /** Columns that a further hit changes in its visit (Tracker.existingVisitInformation). */
  existingVisitInformation?(event: HitEvent, row: Row): Row;
  /** Columns of a conversion, an order or a cart about to be stored (Tracker.newConversionInformation). */
  newConversionInformation?(event: HitEvent, row: Row): Row;
}

/** Data of plugins in the tracker cache, by names of their own. */
export type CacheContent = Readonly<Record<string, unknown>>;

/** A part of the tracker cache. */
export type CachePart = 'general' | 'everything' | { site: number };

export interface HitEvent {
  hit: Hit;
  /** What plugins added to the tracker cache: for all sites, and for the site of the hit. */
  cache: { general: CacheContent; site: CacheContent };
}

export interface PluginColumn {
  record: 'log_visit' | 'log_conversion';
  /** Letters, digits and underscores; no column of the tracker itself. */
  column: string;
  /** How the records door writes it; decimals and times are texts. */
  kind: Extract<ColumnKind, 'integer' | 'boolean' | 'decimal' | 'text' | 'time'>;
  description: string;
}

export interface ScheduledTask {
  /** Unique among all tasks: its next time is kept by this name. */
  name: string;
  /** Seconds from one run to the next. */
  every: number;
  run(host: PluginHost): void | Promise<void>;
}

/** What a plugin may use of the server. */
export interface PluginHost {
  store: Store;
  /** To be called when data that the plugin put into the cache changed. */
  invalidate(part: CachePart): void;
  /** Writes to the log of the server, tokens blotted out. */
  report(message: string): void;
}
