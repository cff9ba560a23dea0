/** The User-Agent header is kept and tells browser, system and device. */

import fc from 'fast-check';
import { choicesOf } from '../coverage/choices.ts';
import type { ExpectedColumn } from '../model.ts';
import { type Agent, agents } from './draw/agents.ts';
import { snowplow } from './protocol.ts';
import { event, get } from './request/hit.ts';
import { fits, holds } from './row/cells.ts';
import { eventRow, of } from './row/rows.ts';

interface Plan {
  agent: Agent;
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

/** Parsers write a version or a device beside the name, each in its own way. */
const naming = (browser: string): ExpectedColumn =>
  fits(`a text with ${browser} in it`, 'snowplow.user-agent.families', (value) =>
    String(value).includes(browser) ? undefined : `is ${value}`,
  );
const someEngine = fits('the name of an engine', 'snowplow.user-agent.families', (value) =>
  typeof value === 'string' && value !== '' ? undefined : `is ${value}`,
);

function nameOf({ browser, system }: Agent): string {
  return `${browser} on ${system}`;
}

export const userAgent = snowplow<Plan>({
  id: 'snowplow.user-agent',
  requirements: [
    'snowplow.user-agent.header',
    'snowplow.user-agent.families',
    'snowplow.user-agent.mobile',
    'snowplow.user-agent.absent',
  ],
  branches: choicesOf(agents.map(nameOf), ({ agent }) => nameOf(agent)),
  plan: () => fc.record({ agent: fc.constantFrom(...agents) }),
  render: ({ agent }, identity) => {
    const [known, none, abroad] = [identity.text(0), identity.text(1), identity.text(2)];
    return {
      requests: [
        get(event('pv', known), { headers: { 'user-agent': agent.header } }),
        get(event('pv', none)),
        get(event('pv', abroad), { headers: { 'user-agent': foreign } }),
      ],
      expected: [
        eventRow('known', of(known), 'snowplow.user-agent.header', {
          useragent: holds(agent.header, 'snowplow.user-agent.header'),
          br_name: naming(agent.browser),
          br_renderengine: someEngine,
          br_family: holds(agent.browser, 'snowplow.user-agent.families'),
          os_family: holds(agent.system, 'snowplow.user-agent.families'),
          dvce_ismobile: holds(agent.mobile, 'snowplow.user-agent.mobile'),
        }),
        eventRow('beyond ASCII', of(abroad), 'snowplow.user-agent.header', { useragent: keptText }),
        eventRow('none', of(none), 'snowplow.user-agent.absent', {
          useragent: holds(null, 'snowplow.user-agent.absent'),
        }),
      ],
      absent: [],
    };
  },
});
