import { UsageError } from '../run/errors.ts';
import { beaconformReader } from './beaconform.ts';
import { noReader } from './none.ts';
import type { Reader, ReaderOptions } from './reader.ts';

export const readerNames = ['beaconform', 'snowplow-micro', 'matomo', 'none'] as const;
export type ReaderName = (typeof readerNames)[number];

/** A door that this version cannot read yet has no entry. */
const readers: Readonly<Partial<Record<ReaderName, (options: ReaderOptions) => Reader>>> = {
  beaconform: beaconformReader,
  none: noReader,
};

/** The doors that are tried when no reader is named. */
export const probedReaders: readonly ReaderName[] = ['beaconform'];

/** @throws UsageError for a reader that this version does not have */
export function createReader(name: string, options: ReaderOptions): Reader {
  const known = readerNames.find((reader) => reader === name);
  if (!known) throw new UsageError(`--reader ${name}: expected one of ${readerNames.join(', ')}`);
  const create = readers[known];
  if (!create) {
    const usable = Object.keys(readers).join(' or ');
    throw new UsageError(`--reader ${name} is not in this version yet: use ${usable}`);
  }
  return create(options);
}
