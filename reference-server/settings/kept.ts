/** Sites and options as the database has them: the configuration, and over it what was set while the server ran. */
import type { Site as SiteConfig } from '../../generated/files/config.ts';
import type { Store } from '../storage/store.ts';
import { dropOption, writeOption } from './option-table.ts';
import { siteOf } from './read.ts';
import type { PiwikOptions, Settings, Site } from './settings.ts';

export class KeptSettings {
  readonly configured: Settings;
  private readonly store: Store;

  /** The store has the tables of `settings/tables.ts`. */
  constructor(store: Store, configured: Settings) {
    this.store = store;
    this.configured = configured;
  }

  /** Every option, read from the database. */
  options(): PiwikOptions {
    const rows = this.store.statement('SELECT name, value FROM piwik_option').all();
    const names = new Set(this.optionNames());
    const kept = rows.filter(({ name }) => names.has(String(name)));
    return {
      ...this.configured.piwik,
      ...Object.fromEntries(kept.map(({ name, value }) => [name, JSON.parse(String(value))])),
    };
  }

  optionNames(): string[] {
    return Object.keys(this.configured.piwik);
  }

  setOption(name: string, value: unknown): void {
    writeOption(this.store, name, value);
  }

  /** Goes back to the value of the configuration. */
  resetOption(name: string): void {
    dropOption(this.store, name);
  }

  /** Ids of all sites, in ascending order. */
  siteIds(): number[] {
    const rows = this.store.statement('SELECT idsite, document FROM piwik_site').all();
    const ids = new Set(this.configured.sites.keys());
    for (const { idsite, document } of rows) {
      if (document === 'null') ids.delete(Number(idsite));
      else ids.add(Number(idsite));
    }
    return [...ids].sort((left, right) => left - right);
  }

  /** The site, read from the database; undefined when there is none. */
  site(id: number): Site | undefined {
    const row = this.store.statement('SELECT document FROM piwik_site WHERE idsite = ?').get(id);
    if (row === undefined) return this.configured.sites.get(id);
    const document = JSON.parse(String(row.document)) as SiteConfig | null;
    return document === null ? undefined : siteOf(document);
  }

  setSite(site: SiteConfig): void {
    this.writeSite(site.id, site);
  }

  removeSite(id: number): void {
    this.writeSite(id, null);
  }

  private writeSite(id: number, document: SiteConfig | null): void {
    const sql = 'INSERT INTO piwik_site VALUES (?, ?) ON CONFLICT (idsite) DO UPDATE SET document = excluded.document';
    this.store.statement(sql).run(id, JSON.stringify(document));
  }
}
