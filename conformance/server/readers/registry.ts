import { UsageError } from '../run/errors.ts';
import { beaconformReader } from './beaconform.ts';
import { matomoReader } from './matomo/reader.ts';
import { noReader } from './none.ts';
import type { Reader, ReaderOptions } from './reader.ts';
import { snowplowMicroReader } from './snowplow-micro/reader.ts';

export const readerNames = ['beaconform', 'snowplow-micro', 'matomo', 'none'] as const;
export type ReaderName = (typeof readerNames)[number];

const readers: Readonly<Record<ReaderName, (options: ReaderOptions) => Reader>> = {
  beaconform: beaconformReader,
  'snowplow-micro': snowplowMicroReader,
  matomo: matomoReader,
  none: noReader,
};

/** The doors that are tried when no reader is named. Matomo shows nothing without a token. */
export function probedReaders({ facts, token }: ReaderOptions): readonly ReaderName[] {
  if (facts.protocol === 'snowplow') return ['beaconform', 'snowplow-micro'];
  return token === undefined ? ['beaconform'] : ['beaconform', 'matomo'];
}

/** @throws UsageError for an unknown reader, or one that does not show the protocol */
export function createReader(name: string, options: ReaderOptions): Reader {
  const known = readerNames.find((reader) => reader === name);
  if (!known) throw new UsageError(`--reader ${name}: expected one of ${readerNames.join(', ')}`);
  return readers[known](options);
}
