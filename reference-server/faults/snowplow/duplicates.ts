import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Row } from '../../storage/store.ts';
import type { Fault } from '../fault.ts';
import { withRow } from './replace.ts';

/** What the same event sent again has in common with the first; the collector's own columns differ each time. */
function likeness(row: Row): string {
  const { event_id, collector_tstamp, network_userid, txn_id, ...rest } = row;
  return JSON.stringify(rest);
}

export const duplicateFaults: readonly Fault<SnowplowParts>[] = [
  {
    id: 'snowplow.duplicates.by-likeness',
    requirement: 'snowplow.duplicates.distinct',
    description: 'An event that is like the one before but for its tid is dropped.',
    apply: (parts) => {
      const seen = new Set<string>();
      return {
        ...parts,
        keep: (insert, row) => {
          const key = likeness(row);
          if (!seen.has(key)) parts.keep(insert, row);
          seen.add(key);
        },
      };
    },
  },
  {
    id: 'snowplow.duplicates.unmarked',
    requirement: 'snowplow.duplicates.recognisable',
    description: 'Of an event that comes twice the second row has no txn_id.',
    apply: (parts) => {
      const seen = new Set<string>();
      return withRow(parts, (row) => {
        const key = `${row.txn_id} ${likeness(row)}`;
        if (seen.has(key)) return { ...row, txn_id: null };
        seen.add(key);
        return row;
      });
    },
  },
  {
    id: 'snowplow.duplicates.twelve-buckets',
    requirement: 'snowplow.duplicates.distinct',
    description:
      'An event that is like the one before is dropped when the two tids leave the same remainder of twelve.',
    rare: true,
    apply: (parts) => {
      const last = new Map<string, number>();
      return {
        ...parts,
        keep: (insert, row) => {
          const key = likeness(row);
          const bucket = Number(row.txn_id ?? Number.NaN) % 12;
          if (last.get(key) !== bucket) parts.keep(insert, row);
          last.set(key, bucket);
        },
      };
    },
  },
];
