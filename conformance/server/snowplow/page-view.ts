/** A page view is stored under its name, with every web-specific parameter it carries. */
import { type Chosen, columnsOf, pairsOf, someOf } from './draw/chosen.ts';
import { webSpecific } from './draw/groups.ts';
import { snowplow } from './protocol.ts';
import { event, get } from './request/hit.ts';
import { eventRow, named, of } from './row/rows.ts';

export const pageView = snowplow<readonly Chosen[]>({
  id: 'snowplow.page-view',
  requirements: ['snowplow.page-view.event', 'snowplow.page-view.web-fields'],
  branches: {},
  plan: () => someOf(webSpecific),
  render: (chosen, identity) => {
    const application = identity.text(0);
    return {
      requests: [get(event('pv', application, pairsOf(chosen)))],
      expected: [
        eventRow('page view', of(application), 'snowplow.page-view.event', {
          ...named('pv', 'snowplow.page-view.event'),
          ...columnsOf(chosen, () => 'snowplow.page-view.web-fields'),
        }),
      ],
      absent: [],
    };
  },
});
