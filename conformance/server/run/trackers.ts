import { connect } from 'node:net';
import { versions } from '../../../generated/index.ts';
import type { Facts, ProtocolName } from '../../../generated/model.ts';
import { ConnectionError, UsageError } from './errors.ts';
import type { RunOptions, Suite } from './options.ts';

/** A suite and the URL its hits go to. */
export interface Tracker {
  suite: Suite;
  trackerUrl: string;
}

/**
 * Which protocols and versions are tested at which URL.
 *
 * @throws UsageError when that cannot be told
 */
export function resolveTrackers(options: RunOptions, suites: readonly Suite[]): Tracker[] {
  const url = parseTrackerUrl(options.trackerUrl);
  const segment = url.pathname.split('/').at(-1) ?? '';
  return protocolsOf(options, suites, segment).map(({ protocol, version }) => {
    const suite = suiteOf(suites, protocol, version ?? versionOf(options, suites, protocol, segment));
    const path = segment === '' ? `${url.pathname}${suite.facts.endpoints[0]}` : url.pathname;
    return { suite, trackerUrl: `${url.origin}${path}` };
  });
}

/** The tracker URL without its last path segment: where a reader's door stands unless told otherwise. */
export function doorUrl({ readerUrl, trackerUrl }: RunOptions): string {
  if (readerUrl === undefined) return new URL('.', trackerUrl).href;
  const url = URL.parse(readerUrl);
  if (!url || !/^https?:$/.test(url.protocol)) throw new UsageError(`--reader-url ${readerUrl}: expected an http URL`);
  return `${url.origin}${url.pathname.replace(/\/?$/, '/')}`;
}

export function isLoopback(trackerUrl: string): boolean {
  const { hostname } = new URL(trackerUrl);
  return hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname) || /^(.+\.)?localhost$/.test(hostname);
}

/** @throws ConnectionError when nothing listens at the tracker's address */
export function requireListening(trackerUrl: string): Promise<void> {
  const { hostname, port, protocol } = new URL(trackerUrl);
  const socket = connect({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
    timeout: 5_000,
  });
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      socket.destroy();
      reject(new ConnectionError(`nothing answers at ${trackerUrl}: ${reason}; is the tracker running?`));
    };
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
    socket.once('timeout', () => fail('no connection within 5 s'));
    socket.once('error', (error: Error & { code?: string }) => fail(error.message || error.code || 'no connection'));
  });
}

function parseTrackerUrl(text: string): URL {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`${text}: expected the http URL of a tracker, such as http://127.0.0.1:8080/piwik.php`);
  }
  if (url.search !== '' || url.username !== '') {
    throw new UsageError(`${url.origin}${url.pathname}: expected a tracker URL without query, user and password`);
  }
  return url;
}

function protocolsOf(
  options: RunOptions,
  suites: readonly Suite[],
  segment: string,
): NonNullable<RunOptions['protocols']> {
  if (options.protocols && options.protocols.length > 0) return options.protocols;
  const told = suites.find(({ facts }) => facts.endpoints.includes(segment))?.facts ?? untested(suites, segment);
  if (told) return [{ protocol: told.protocol }];
  const claimed = options.target?.protocols ?? [];
  if (segment === '' ? claimed.length > 0 : claimed.length === 1) return claimed;
  const known = suites.flatMap(({ facts }) => facts.endpoints).join(', ');
  throw new UsageError(
    `${options.trackerUrl}: its last segment tells no protocol (${known} would): say --protocol piwik or --protocol snowplow`,
  );
}

function versionOf(
  options: RunOptions,
  suites: readonly Suite[],
  protocol: ProtocolName,
  segment: string,
): string | undefined {
  const claimed = options.target?.protocols.find((one) => one.protocol === protocol)?.version;
  const own = suites.filter(({ facts }) => facts.protocol === protocol);
  const answering = own.find(({ facts }) => facts.endpoints.includes(segment))?.facts.version;
  const other = untested(own, segment);
  if (!claimed && !answering && other?.protocol === protocol) {
    const ways = own.map(({ facts }) => `--protocol ${protocol} --protocol-version ${facts.version}`).join(' or ');
    throw new UsageError(
      `${options.trackerUrl}: ${segment} is an end point of ${other.title} ${other.version} (${protocol} ${other.version}), which this version does not test yet: tested are ${namesOf(suites)}; ${ways} tests it by that all the same`,
    );
  }
  return claimed ?? answering ?? own[0]?.facts.version;
}

/** The first version in the spec that answers under a name, when no suite tests a version that does. */
function untested(suites: readonly Suite[], segment: string): Facts | undefined {
  if (suites.some(({ facts }) => facts.endpoints.includes(segment))) return undefined;
  return Object.values(versions)
    .flat()
    .find(({ endpoints }) => endpoints.includes(segment));
}

function namesOf(suites: readonly Suite[]): string {
  return suites.map(({ facts }) => `${facts.protocol} ${facts.version} (${facts.endpoints.join(', ')})`).join(', ');
}

function suiteOf(suites: readonly Suite[], protocol: string, version: string | undefined): Suite {
  const suite = suites.find(({ facts }) => facts.protocol === protocol && facts.version === version);
  if (suite) return suite;
  const known = suites.map(({ facts }) => `${facts.protocol} ${facts.version}`).join(', ');
  throw new UsageError(`${protocol} ${version ?? ''}: expected one of ${known}`);
}
