/** A tracker with its settings, cache, plugins and tasks, in memory and without HTTP. */
import { tables } from '../../reference-server/editions.ts';
import type { Answer } from '../../reference-server/model.ts';
import type { Loaded } from '../../reference-server/piwik/extension/load.ts';
import type { Plugin } from '../../reference-server/piwik/extension/plugin.ts';
import { createInstallation, type Installation } from '../../reference-server/piwik/installation.ts';
import { parts as soundParts } from '../../reference-server/piwik/parts.ts';
import { searchEngines } from '../../reference-server/piwik/search-engines.ts';
import { createTracker } from '../../reference-server/piwik/serving.ts';
import { createSettingsApi } from '../../reference-server/settings/api.ts';
import type { PiwikOptions } from '../../reference-server/settings/settings.ts';
import { settingTables } from '../../reference-server/settings/tables.ts';
import { openStore } from '../../reference-server/storage/open.ts';
import type { Store, StoredRow } from '../../reference-server/storage/store.ts';
import type { RecordedRequest } from './replay.ts';
import { settingsWith, superUser } from './tracked.ts';

export interface Installed {
  installation: Installation;
  store: Store;
  reports: string[];
  /** Tracks a request as the server does: in a transaction. */
  track(request: RecordedRequest): Answer;
  /** A request to the settings API, by the super user unless another token is given. */
  settings(method: string, what: string, document?: unknown, token?: string): Answer;
  rows(record: string): StoredRow[];
  /** How often sites or options were read from the database since this was asked last. */
  reads(): number;
  /** Waits for everything that was put off until after the request. */
  settled(): Promise<void>;
}

const providers = new Map([[soundParts.locationProvider.id, soundParts.locationProvider]]);

export interface InstalledOptions {
  plugins?: readonly Plugin[];
  loaded?: Partial<Loaded>;
  options?: Partial<PiwikOptions>;
  parts?: typeof soundParts;
  store?: Store;
}

export function newStore(file = ':memory:'): Store {
  return openStore(file, [...tables, ...settingTables]);
}

export function installed({
  plugins = [],
  loaded = {},
  options = {},
  parts = soundParts,
  store = newStore(),
}: InstalledOptions = {}): Installed {
  const reports: string[] = [];
  const configured = settingsWith(options);
  const reads = countingReads(store);
  const installation = createInstallation({
    store,
    configured,
    loaded: { plugins, providers, searchEngines, ...loaded },
    parts,
    report: (message) => reports.push(message),
  });
  const tracker = createTracker({ store, settings: configured, parts }, undefined, installation);
  const api = createSettingsApi({ store, kept: installation.kept, changed: installation.changed, token: superUser });
  return {
    installation,
    store,
    reports,
    reads,
    track({ now, body, ...rest }) {
      const request = { ...rest, path: '/piwik.php', body: Buffer.from(body), now: now * 1000 };
      return store.transaction(() => tracker(request));
    },
    settings(method, what, document, token = superUser) {
      const body = document === undefined ? new Uint8Array() : Buffer.from(JSON.stringify(document));
      const headers = { authorization: `Bearer ${token}` };
      return api(what, { method, path: '', query: '', headers, body, address: '203.0.113.9', now: 0 });
    },
    rows: (record) => store.prepare(`SELECT * FROM "${record}" ORDER BY rowid`).all() as StoredRow[],
    async settled() {
      // What is put off runs in the next round of the event loop, so two rounds are enough for it to have begun.
      for (let round = 0; round < 2; round += 1) await new Promise((resolve) => setImmediate(resolve));
      await installation.scheduler.settled();
    },
  };
}

function countingReads(store: Store): () => number {
  const statement = store.statement.bind(store);
  let count = 0;
  store.statement = (sql) => {
    if (/^SELECT .* FROM piwik_(?:option|site)/.test(sql)) count += 1;
    return statement(sql);
  };
  return () => {
    const counted = count;
    count = 0;
    return counted;
  };
}

export function textOf(answer: Answer): string {
  return Buffer.from(answer.body).toString('utf8');
}
