/** The versions of the protocols that this server speaks. */
import type { Facts, ProtocolName } from '../generated/model.ts';
import { facts as piwik } from '../generated/piwik/2.0/facts.ts';
import { ddl as piwikTables } from '../generated/piwik/2.0/tables.ts';
import { facts as snowplow } from '../generated/snowplow/2014-01/facts.ts';
import { ddl as snowplowTables } from '../generated/snowplow/2014-01/tables.ts';
import type { Table } from './storage/migrate.ts';

export const editions: Readonly<Record<ProtocolName, Facts>> = { piwik, snowplow };

/**
 * The collector never reads its rows, so the indexes of its tables are made when the records door first needs them:
 * each one costs a hit more than the row itself.
 */
export const tables: readonly Table[] = [...piwikTables, ...snowplowTables.map((table) => ({ ...table, indexes: [] }))];

/** Indexes that only readers need, by record. */
export const readerIndexes: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  snowplowTables.map(({ record, indexes }) => [record, indexes]),
);
