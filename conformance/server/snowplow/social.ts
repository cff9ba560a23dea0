/** A social event is stored under its name. */
import { type Chosen, pairsOf, someOf } from './draw/chosen.ts';
import { codeFor, lessKnown } from './draw/groups.ts';
import { snowplow } from './protocol.ts';
import { event, get } from './request/hit.ts';
import { eventRow, named, of } from './row/rows.ts';

const own = lessKnown.filter((parameter) => codeFor(parameter) === 's');

/** Its parameters are drawn to be sent, not to be judged: they are proposed and have requirements of their own. */
export const social = snowplow<readonly Chosen[]>({
  id: 'snowplow.social',
  requirements: ['snowplow.social.event'],
  branches: {},
  plan: () => someOf(own),
  render: (chosen, identity) => {
    const application = identity.text(0);
    return {
      requests: [get(event('s', application, pairsOf(chosen)))],
      expected: [eventRow('event', of(application), 'snowplow.social.event', named('s', 'snowplow.social.event'))],
      absent: [],
    };
  },
});
