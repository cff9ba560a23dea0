/** The collector stamps each request; the client may add its own time. */

import fc from 'fast-check';
import { choicesOf } from '../coverage/choices.ts';
import type { StoredValue } from '../model.ts';
import { allOf, type Chosen, columnsOf, pairsOf } from './draw/chosen.ts';
import { parameter, snowplow } from './protocol.ts';
import { event, get } from './request/hit.ts';
import { fits } from './row/cells.ts';
import { eventRow, of } from './row/rows.ts';

interface Plan {
  /** Time of the client, which need not be now. */
  moment: readonly Chosen[];
  zone: string;
}

/** Clocks may differ and results may come late, but no zone is less than half an hour from UTC. */
const TOLERANCE = 15 * 60_000;

function stampFault(value: StoredValue): string | undefined {
  const at = Date.parse(`${String(value).replace(' ', 'T')}Z`);
  if (Number.isNaN(at)) return 'is no time stamp';
  return Math.abs(Date.now() - at) > TOLERANCE ? 'is not about now in UTC' : undefined;
}

/** Zones far from UTC on either side, and one of half hours. */
const zones = ['Asia/Tokyo', 'America/Los_Angeles', 'Asia/Kolkata', 'Europe/London'];

export const time = snowplow<Plan>({
  id: 'snowplow.time',
  requirements: ['snowplow.time.collector-stamp', 'snowplow.time.apart', 'snowplow.time.utc'],
  branches: choicesOf(zones, ({ zone }) => zone),
  plan: () => fc.record({ moment: allOf([parameter('dtm')]), zone: fc.constantFrom(...zones) }),
  render: ({ moment, zone }, identity) => {
    const [bare, stamped] = [identity.text(0), identity.text(1)];
    const now = 'about now, in UTC';
    return {
      requests: [
        get(event('pv', bare)),
        get(event('pv', stamped, [['tz', encodeURIComponent(zone)], ...pairsOf(moment)])),
      ],
      expected: [
        eventRow('without dtm', of(bare), 'snowplow.time.collector-stamp', {
          collector_tstamp: fits(now, 'snowplow.time.collector-stamp', stampFault),
        }),
        eventRow('with dtm', of(stamped), 'snowplow.time.apart', {
          collector_tstamp: fits(now, 'snowplow.time.apart', stampFault),
          ...columnsOf(moment, () => 'snowplow.time.utc'),
        }),
      ],
      absent: [],
    };
  },
});
