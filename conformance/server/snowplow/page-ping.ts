/** A page ping is stored under its name, with its offsets and every web-specific parameter it carries. */
import fc from 'fast-check';
import { allOf, type Chosen, columnsOf, pairsOf, someOf } from './draw/chosen.ts';
import { codeFor, implemented, webSpecific } from './draw/groups.ts';
import { derived, snowplow } from './protocol.ts';
import { event, get } from './request/hit.ts';
import { eventRow, named, of } from './row/rows.ts';

interface Plan {
  offsets: readonly Chosen[];
  web: readonly Chosen[];
}

const offsets = implemented.filter((parameter) => codeFor(parameter) === 'pp');

export const pagePing = snowplow<Plan>({
  id: 'snowplow.page-ping',
  requirements: [
    'snowplow.page-ping.event',
    'snowplow.page-ping.web-fields',
    ...offsets.map(({ name }) => derived(name, 'stored')),
  ],
  branches: {},
  plan: () => fc.record({ offsets: allOf(offsets), web: someOf(webSpecific) }),
  render: (plan, identity) => {
    const application = identity.text(0);
    return {
      requests: [get(event('pp', application, pairsOf([...plan.offsets, ...plan.web])))],
      expected: [
        eventRow('page ping', of(application), 'snowplow.page-ping.event', {
          ...named('pp', 'snowplow.page-ping.event'),
          ...columnsOf(plan.offsets, (name) => derived(name, 'stored')),
          ...columnsOf(plan.web, () => 'snowplow.page-ping.web-fields'),
        }),
      ],
      absent: [],
    };
  },
});
