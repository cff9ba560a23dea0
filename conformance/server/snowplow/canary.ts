/** The plainest hit: a page view of an application. */
import fc from 'fast-check';
import { snowplow } from './protocol.ts';
import { event, get } from './request/hit.ts';
import { eventRow, named, of } from './row/rows.ts';

export const snowplowCanary = snowplow<null>({
  id: 'snowplow.canary',
  requirements: ['snowplow.transport.get', 'snowplow.page-view.event'],
  branches: {},
  plan: () => fc.constant(null),
  render: (_plan, identity) => {
    const application = identity.text(0);
    return {
      requests: [get(event('pv', application))],
      expected: [eventRow('event', of(application), 'snowplow.transport.get', named('pv', 'snowplow.page-view.event'))],
      absent: [],
    };
  },
});
