import { readFileSync } from 'node:fs';
import type { TokenRole } from '../conformance/server/model.ts';
import type { RunOptions } from '../conformance/server/run/options.ts';
import { targetNamed } from '../conformance/server/targets/named.ts';
import type { ExpectedFailure, TargetFile } from '../conformance/server/targets/target-file.ts';
import { validateTarget } from '../generated/files/validate-target.ts';
import { UsageError } from './exit.ts';
import { readJsonFile } from './json-file.ts';
import type { TestOptions } from './test-options.ts';
import { version } from './version.ts';

/** The command line's options as the suite takes them. */
export async function runOptions(
  options: TestOptions,
  url: string | undefined,
): Promise<Omit<RunOptions, 'trackerUrl'>> {
  const { only, skip, seed, replay, concurrency, maxSeconds, maxRequests, bail, allowRemote, dryRun } = options;
  return {
    toolVersion: version,
    protocols: protocolsOf(options),
    reader: options.reader,
    readerUrl: options.readerUrl,
    target: await targetOf(options.target),
    token: options.token ?? process.env.BEACONFORM_TOKEN,
    roleTokens: roleTokens(),
    site: options.site,
    only,
    skip,
    runs: options.runs,
    seed,
    replay,
    shard: shardOf(options.shard),
    concurrency,
    rate: rateOf(options.rate),
    maxSeconds,
    maxRequests,
    bail,
    allowRemote,
    dryRun,
    expectedFailures: expectedFailuresOf(options.expectedFailures),
    command: commandOf(url, options),
  };
}

function protocolsOf({ protocol, protocolVersion }: TestOptions): RunOptions['protocols'] {
  if (protocol) return [{ protocol, version: protocolVersion }];
  if (protocolVersion) throw new UsageError(`--protocol-version ${protocolVersion} needs --protocol beside it`);
  return undefined;
}

/** Tokens of users whose role is known; they come from the environment only, so that no shell history keeps them. */
function roleTokens(): RunOptions['roleTokens'] {
  const roles: readonly TokenRole[] = ['super-user', 'site-admin', 'other-site', 'view-only'];
  return Object.fromEntries(
    roles.flatMap((role) => {
      const token = process.env[`BEACONFORM_TOKEN_${role.replace('-', '_').toUpperCase()}`];
      return token ? [[role, token]] : [];
    }),
  );
}

async function targetOf(name: string | undefined): Promise<TargetFile | undefined> {
  if (name === undefined) return undefined;
  return targetNamed(name) ?? (await readJsonFile<TargetFile>('--target', name, validateTarget));
}

function shardOf(text: string | undefined): RunOptions['shard'] {
  if (text === undefined) return undefined;
  const [, index, count] = /^([1-9][0-9]*)\/([1-9][0-9]*)$/.exec(text) ?? [];
  if (!index || !count || Number(index) > Number(count)) {
    throw new UsageError(`--shard ${text}: expected i/n, such as 1/4, with i from 1 to n`);
  }
  return { index: Number(index), count: Number(count) };
}

function rateOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const [, rate] = /^([0-9]+(?:\.[0-9]+)?)(?:\/s)?$/.exec(text) ?? [];
  if (!rate || Number(rate) <= 0) throw new UsageError(`--rate ${text}: expected requests a second, such as 5/s`);
  return Number(rate);
}

/** A file of its own, or the list a target file holds under `expectedFailures`. */
function expectedFailuresOf(file: string | undefined): ExpectedFailure[] | undefined {
  if (file === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`--expected-failures ${file}: ${(error as Error).message}`);
  }
  const expectedFailures = Array.isArray(value) ? value : (value as { expectedFailures?: unknown }).expectedFailures;
  const faults = validateTarget({ protocols: [{ protocol: 'piwik', version: '2.0' }], expectedFailures });
  if (expectedFailures === undefined || faults.length > 0) {
    const why = faults.map(({ path, message }) => `${path} ${message}`).join('; ');
    throw new UsageError(
      `--expected-failures ${file}: expected a list of {"requirement", "reason", "expires"?}. ${why}`,
    );
  }
  return expectedFailures as ExpectedFailure[];
}

/** What repeats this run; the token is named by its variable, never written. */
function commandOf(url: string | undefined, options: TestOptions): string {
  const words = ['beaconform test', url ?? ''];
  const add = (name: string, value: string | number | undefined) => {
    if (value !== undefined) words.push(`--${name} ${quoted(String(value))}`);
  };
  add('protocol', options.protocol);
  add('protocol-version', options.protocolVersion);
  add('reader', options.reader);
  add('reader-url', options.readerUrl);
  add('target', options.target);
  add('site', options.site);
  if (url !== undefined && (options.token ?? process.env.BEACONFORM_TOKEN)) words.push('--token "$BEACONFORM_TOKEN"');
  return words.filter((word) => word !== '').join(' ');
}

function quoted(text: string): string {
  return /^[A-Za-z0-9_./:@=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
