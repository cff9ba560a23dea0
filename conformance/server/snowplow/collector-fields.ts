/** Columns about the stored event itself, which no client can set. */
import fc from 'fast-check';
import type { StoredValue } from '../model.ts';
import { facts, snowplow } from './protocol.ts';
import { event, get } from './request/hit.ts';
import { fits, holds, shares } from './row/cells.ts';
import { eventRow, of } from './row/rows.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function uuidFault(value: StoredValue): string | undefined {
  return UUID.test(String(value)) ? undefined : 'is no UUID';
}

function textFault(value: StoredValue): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? undefined : 'is no name';
}

/** Two events that are alike in all but their application still are two. */
export const collectorFields = snowplow<null>({
  id: 'snowplow.collector-fields',
  requirements: [
    'snowplow.collector-fields.event-id',
    'snowplow.collector-fields.vendor',
    'snowplow.collector-fields.versions',
  ],
  branches: {},
  plan: () => fc.constant(null),
  render: (_plan, identity) => {
    const [one, other] = [identity.text(0), identity.text(1)];
    const id = 'snowplow.collector-fields.event-id';
    const versions = 'snowplow.collector-fields.versions';
    const vendor = String(facts.rules['collector-fields']?.constants.vendor);
    return {
      requests: [get(event('pv', one)), get(event('pv', other))],
      expected: [
        eventRow('one', of(one), id, {
          event_id: fits('a UUID', id, uuidFault),
          event_vendor: holds(vendor, 'snowplow.collector-fields.vendor'),
          v_collector: fits('the name of the collector', versions, textFault),
          v_etl: fits('the name of the enrichment', versions, textFault),
        }),
        eventRow('one apart', of(one), id, { event_id: shares('one', id) }),
        eventRow('other apart', of(other), id, { event_id: shares('other', id) }),
      ],
      absent: [],
    };
  },
});
