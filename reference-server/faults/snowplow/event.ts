import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { withRule } from './replace.ts';

/** Another name for one kind of event. */
function named(name: string, wrong: string | null): (parts: SnowplowParts) => SnowplowParts {
  return (parts) =>
    withRule(parts, 'event', (sound) => (event) => {
      sound(event);
      if (event.row.event === name) event.row.event = wrong;
    });
}

export const eventFaults: readonly Fault<SnowplowParts>[] = [
  {
    id: 'snowplow.page-view.null',
    requirement: 'snowplow.page-view.event',
    description: 'Page views are stored without a name.',
    apply: named('page_view', null),
  },
  {
    id: 'snowplow.page-ping.page-view',
    requirement: 'snowplow.page-ping.event',
    description: 'Page pings are stored as page views.',
    apply: named('page_ping', 'page_view'),
  },
  {
    id: 'snowplow.ecommerce.item-as-transaction',
    requirement: 'snowplow.ecommerce.item',
    description: 'Items are stored under the name of transactions.',
    apply: named('transaction_item', 'transaction'),
  },
  {
    id: 'snowplow.structured.long-name',
    requirement: 'snowplow.structured.event',
    description: 'Structured events are stored as structured.',
    apply: named('struct', 'structured'),
  },
  {
    id: 'snowplow.ad-impression.refused',
    requirement: 'snowplow.ad-impression.event',
    description: 'Ad impressions become bad rows.',
    apply: (parts) =>
      withRule(parts, 'event', (sound) => (event) => {
        sound(event);
        if (event.row.event === 'ad_impression') event.faults.push('ad impressions are not read');
      }),
  },
];
