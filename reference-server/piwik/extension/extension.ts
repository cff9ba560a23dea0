/** Everything of an installation that is not of the tracker itself: providers, plugins and tables from files. */
import type { LocationProvider } from '../geolocation.ts';
import type { SearchEngine } from '../search-engine.ts';
import { searchEngines } from '../search-engines.ts';
import type { CacheContent, Plugin } from './plugin.ts';

export interface Extension {
  /** By id; the default provider need not be among them. */
  providers: ReadonlyMap<string, LocationProvider>;
  plugins: readonly Plugin[];
  searchEngines: readonly SearchEngine[];
  /** What plugins added to the tracker cache. */
  general(): CacheContent;
  ofSite(id: number): CacheContent;
  report(message: string): void;
}

/** A tracker without any. */
export const noExtension: Extension = {
  providers: new Map(),
  plugins: [],
  searchEngines,
  general: () => ({}),
  ofSite: () => ({}),
  report: () => {},
};
