/** The Piwik tracker with everything around it: its settings kept and cached, its plugins, its scheduled tasks. */
import { KeptSettings } from '../settings/kept.ts';
import type { Settings } from '../settings/settings.ts';
import type { Store } from '../storage/store.ts';
import { addColumns } from './extension/columns.ts';
import type { Extension } from './extension/extension.ts';
import type { Loaded } from './extension/load.ts';
import type { CachePart, PluginHost } from './extension/plugin.ts';
import type { Parts } from './parts.ts';
import { Scheduler } from './tasks/scheduler.ts';
import { TrackerCache } from './tracker-cache.ts';

export interface Installation {
  extension: Extension;
  kept: KeptSettings;
  cache: TrackerCache;
  scheduler: Scheduler;
  /** A part of the settings was changed. */
  changed(part: CachePart): void;
}

export interface InstallationOptions {
  /** With the tables of `settings/tables.ts`. */
  store: Store;
  configured: Settings;
  loaded: Loaded;
  parts: Parts;
  report(message: string): void;
}

/** Adds the columns of the plugins to the store, and starts the plugins. */
export function createInstallation({ store, configured, loaded, parts, report }: InstallationOptions): Installation {
  const { plugins } = loaded;
  addColumns(store, plugins);
  const kept = new KeptSettings(store, configured);
  const cache = new TrackerCache(kept, plugins, parts);
  const host: PluginHost = { store, invalidate: (part) => parts.invalidateByPlugin(cache, part), report };
  for (const plugin of plugins) plugin.start?.(host);
  const scheduler = new Scheduler(
    host,
    plugins.flatMap(({ tasks = [] }) => tasks),
    parts,
  );
  const extension: Extension = {
    ...loaded,
    general: () => cache.generalContent(),
    ofSite: (id) => cache.siteContent(id),
    report,
  };
  warnOfProvider(extension, kept, report);
  return { extension, kept, cache, scheduler, changed: (part) => parts.invalidateChanged(cache, part) };
}

/** A provider that cannot be used is no reason not to start, but nobody should find out by looking at the rows. */
function warnOfProvider({ providers }: Extension, kept: KeptSettings, report: (message: string) => void): void {
  const id = kept.options()['usercountry.location_provider'];
  const provider = providers.get(id);
  const available = provider?.isAvailable?.(kept.configured) ?? true;
  if (provider === undefined) {
    const known = [...providers.keys()].join(', ');
    report(`there is no location provider ${id}, so places are guessed by language; there are ${known}`);
  } else if (available !== true) {
    report(`the location provider ${id} cannot be used, so places are guessed by language: ${available}`);
  }
}
