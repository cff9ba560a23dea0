import type { Event } from '../../snowplow/event.ts';
import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { withRule } from './replace.ts';

function changed(change: (row: Event['row'], request: Event['request']) => void) {
  return (parts: SnowplowParts): SnowplowParts =>
    withRule(parts, 'user-agent', (sound) => (event) => {
      sound(event);
      change(event.row, event.request);
    });
}

/** One in so many is described by what was found for the agent before. */
const oneIn = 23;

export const userAgentFaults: readonly Fault<SnowplowParts>[] = [
  {
    id: 'snowplow.user-agent.lost',
    requirement: 'snowplow.user-agent.header',
    description: 'The User-Agent header is not stored.',
    apply: (parts) => withRule(parts, 'user-agent', () => () => {}),
  },
  {
    id: 'snowplow.user-agent.of-another',
    requirement: 'snowplow.user-agent.header',
    description: `Every ${oneIn}th request with a User-Agent header is stored with the header of the one before.`,
    rare: true,
    apply: (parts) => {
      let count = 0;
      let before: string | undefined;
      return withRule(parts, 'user-agent', (sound) => (event) => {
        const agent = event.request.headers['user-agent'];
        if (agent === undefined) return sound(event);
        count += 1;
        const stored = count % oneIn === 0 && before !== undefined ? before : agent;
        before = agent;
        const headers = { ...event.request.headers, 'user-agent': stored };
        return sound({ ...event, request: { ...event.request, headers } });
      });
    },
  },
  {
    id: 'snowplow.user-agent.engine-for-browser',
    requirement: 'snowplow.user-agent.families',
    description: 'br_family is the engine of the browser.',
    apply: changed((row) => {
      row.br_family = row.br_renderengine ?? null;
    }),
  },
  {
    id: 'snowplow.user-agent.phones-are-computers',
    requirement: 'snowplow.user-agent.mobile',
    description: 'Phones are not told from other computers.',
    apply: changed((row) => {
      if (row.dvce_ismobile !== undefined) row.dvce_ismobile = false;
    }),
  },
  {
    id: 'snowplow.user-agent.unknown',
    requirement: 'snowplow.user-agent.absent',
    description: 'Without a User-Agent header the column holds the word unknown.',
    apply: changed((row) => {
      row.useragent ??= 'unknown';
    }),
  },
];
