/** The reference server: opens its store, listens, and stops cleanly. */
import { randomBytes } from 'node:crypto';
import type { Config } from '../generated/files/config.ts';
import { editions, readerIndexes, tables } from './editions.ts';
import { brokenParts } from './faults/index.ts';
import { CommitQueue } from './http/commit-queue.ts';
import { Front } from './http/front.ts';
import { defaultLimits, type Limits } from './http/limits.ts';
import { listen, makeServer, stop } from './http/listen.ts';
import { requestTable } from './micro/requests.ts';
import { createMicro } from './micro/view.ts';
import { factsWith } from './piwik/extension/columns.ts';
import { type Loaded, loadExtension } from './piwik/extension/load.ts';
import { createInstallation } from './piwik/installation.ts';
import { answerRecords } from './records/door.ts';
import { createSettingsApi } from './settings/api.ts';
import { settingsOf } from './settings/read.ts';
import type { Settings } from './settings/settings.ts';
import { settingTables } from './settings/tables.ts';
import { openStore } from './storage/open.ts';
import type { Store } from './storage/store.ts';
import { endpointsOf } from './trackers.ts';

export interface ServeOptions {
  /** 0 takes a free port. */
  port: number;
  host: string;
  /** A file, created when absent, or `:memory:`. */
  database: string;
  config?: Config;
  /** Ids of faults to switch on. */
  faults?: readonly string[];
  /** Opens the records door. */
  records?: boolean;
  /** Of the super user; left out, a random one is drawn. */
  token?: string;
  /** Obeys X-Beaconform-Now and X-Beaconform-Address of peers on loopback. */
  testHeaders?: boolean;
  limits?: Partial<Limits>;
  /** Told of faults of the server's own, tokens blotted out; left out, they go to standard error. */
  report?(message: string): void;
}

export interface RunningServer {
  /** `http://host:port`, without a slash at the end. */
  url: string;
  port: number;
  /** Of the super user. */
  token: string;
  settings: Settings;
  /** Answers what is under way, commits, closes the store. */
  close(): Promise<void>;
}

/** Starts the server. Throws, with a sentence that says what to do, when store, fault or port cannot be had. */
export async function startServer(options: ServeOptions): Promise<RunningServer> {
  const token = options.token ?? randomBytes(16).toString('hex');
  const settings = settingsOf(options.config ?? {}, token);
  const loaded = await loadExtension(settings.piwikFiles);
  const store = openStore(options.database, [
    ...tables,
    ...settingTables,
    ...(settings.snowplow.micro ? [requestTable] : []),
  ]);
  try {
    return await serve(options, settings, store, loaded, token);
  } catch (error) {
    store.close();
    throw error;
  }
}

async function serve(
  options: ServeOptions,
  configured: Settings,
  store: Store,
  loaded: Loaded,
  token: string,
): Promise<RunningServer> {
  const limits = { ...defaultLimits, ...options.limits };
  const report = withoutTokens(options.report ?? ((message) => console.error(message)), configured);
  const parts = brokenParts(options.faults ?? []);
  const installation = createInstallation({ store, configured, loaded, parts: parts.piwik, report });
  const { kept, changed } = installation;
  const settings = installation.cache.settings();
  const facts = { ...editions, piwik: factsWith(editions.piwik, loaded.plugins) };
  const door = { open: options.records ?? false, store, facts, indexes: readerIndexes, token };
  const front = new Front({
    endpoints: endpointsOf(store, settings, parts, installation),
    limits,
    queue: new CommitQueue(store, report),
    testHeaders: options.testHeaders ?? false,
    records: (protocol, record, request) => answerRecords(door, protocol, record, request),
    micro: createMicro({ open: settings.snowplow.micro, store, token }),
    settings: createSettingsApi({ store, kept, changed, token }),
    report,
  });
  const server = makeServer(limits, (request, response) => front.receive(request, response));
  const port = await listen(server, options.host, options.port);
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  const close = async () => {
    front.close();
    await stop(server, limits.graceMs);
    await installation.scheduler.close();
    store.close();
  };
  return { url: `http://${host}:${port}`, port, token, settings, close };
}

/** What goes wrong may quote a request, and requests carry tokens. */
function withoutTokens(report: (message: string) => void, settings: Settings): (message: string) => void {
  const tokens = [...settings.tokens.keys()];
  return (message) => report(tokens.reduce((text, token) => text.replaceAll(token, '$BEACONFORM_TOKEN'), message));
}
