/** The User-Agent header is kept and tells browser, system and device. */

import fc from 'fast-check';
import { choicesOf } from '../coverage/choices.ts';
import type { ExpectedColumn } from '../model.ts';
import { type Agent, agents, type Stranger, strangers } from './draw/agents.ts';
import { snowplow } from './protocol.ts';
import { event, get } from './request/hit.ts';
import { described, guessed } from './row/agent-columns.ts';
import { holds } from './row/cells.ts';
import { eventRow, of } from './row/rows.ts';

interface Plan {
  agent: Agent;
  stranger: Stranger;
}

/** Beyond ASCII: the bytes may be read in UTF-8 or one by one, but the rest of the text must stay. */
const before = 'Mozilla/5.0 (Windows NT 6.1; ';
const foreign = `${before}Süd) Firefox/26.0`;
const keptText: ExpectedColumn = {
  cell: {
    kind: 'like',
    expected: `a text that begins with ${before}S`,
    judge: (value) => (String(value).startsWith(`${before}S`) ? undefined : `it is ${value}`),
  },
  requirement: 'snowplow.user-agent.header',
};

const families = 'snowplow.user-agent.families';
const absent = 'snowplow.user-agent.absent';

const told = ['useragent', 'br_name', 'br_family', 'br_type', 'os_family', 'dvce_type', 'dvce_ismobile'];

function nameOf({ browser, system, device }: Agent): string {
  return `${browser} on ${system}, ${device}`;
}

export const userAgent = snowplow<Plan>({
  id: 'snowplow.user-agent',
  requirements: ['snowplow.user-agent.header', families, 'snowplow.user-agent.mobile', absent],
  branches: {
    ...choicesOf(agents.map(nameOf), ({ agent }) => nameOf(agent)),
    ...choicesOf(
      strangers.map(({ header }) => header),
      ({ stranger }) => stranger.header,
    ),
  },
  plan: () => fc.record({ agent: fc.constantFrom(...agents), stranger: fc.constantFrom(...strangers) }),
  render: ({ agent, stranger }, identity) => {
    const [known, none, abroad, strange] = [0, 1, 2, 3].map(identity.text) as [string, string, string, string];
    return {
      requests: [
        get(event('pv', known), { headers: { 'user-agent': agent.header } }),
        get(event('pv', none)),
        get(event('pv', abroad), { headers: { 'user-agent': foreign } }),
        get(event('pv', strange), { headers: { 'user-agent': stranger.header } }),
      ],
      expected: [
        eventRow('known', of(known), 'snowplow.user-agent.header', {
          useragent: holds(agent.header, 'snowplow.user-agent.header'),
          ...described(agent),
        }),
        eventRow('beyond ASCII', of(abroad), 'snowplow.user-agent.header', { useragent: keptText }),
        eventRow('of a stranger', of(strange), families, guessed(stranger)),
        eventRow('none', of(none), absent, Object.fromEntries(told.map((column) => [column, holds(null, absent)]))),
      ],
      absent: [],
    };
  },
});
