import { createHash } from 'node:crypto';
import type { Event } from '../../snowplow/event.ts';
import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { withRule } from './replace.ts';

/** Changes what the collector says about an event. */
function changed(change: (event: Event) => void): (parts: SnowplowParts) => SnowplowParts {
  return (parts) =>
    withRule(parts, 'collector-fields', (sound) => (event) => {
      sound(event);
      change(event);
    });
}

/** A UUID made of what was sent, save which application sent it. */
function idOfContent({ values }: Event): string {
  const rest = [...values].filter(([name]) => name !== 'aid');
  const digits = createHash('sha256').update(JSON.stringify(rest)).digest('hex');
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `5${digits.slice(13, 16)}`, `8${digits.slice(17, 20)}`];
  return [...parts, digits.slice(20, 32)].join('-');
}

export const collectorFieldFaults: readonly Fault<SnowplowParts>[] = [
  {
    id: 'snowplow.collector-fields.id-of-content',
    requirement: 'snowplow.collector-fields.event-id',
    description: 'Events of two applications that are alike in all else get the same event_id.',
    apply: changed((event) => {
      event.row.event_id = idOfContent(event);
    }),
  },
  {
    id: 'snowplow.collector-fields.short-id',
    requirement: 'snowplow.collector-fields.event-id',
    description: 'An event_id that begins with a zero loses it.',
    rare: true,
    apply: changed((event) => {
      event.row.event_id = String(event.row.event_id).replace(/^0/, '');
    }),
  },
  {
    id: 'snowplow.collector-fields.vendor-of-client',
    requirement: 'snowplow.collector-fields.vendor',
    description: 'event_vendor is the application.',
    apply: changed((event) => {
      event.row.event_vendor = event.row.app_id ?? '';
    }),
  },
  {
    id: 'snowplow.collector-fields.no-enrichment',
    requirement: 'snowplow.collector-fields.versions',
    description: 'v_etl is a blank.',
    apply: changed((event) => {
      event.row.v_etl = ' ';
    }),
  },
];
