/** An event is a GET request, whatever program sends it. */

import fc from 'fast-check';
import { choicesOf } from '../coverage/choices.ts';
import { snowplow } from './protocol.ts';
import { event, get } from './request/hit.ts';
import { eventRow, of } from './row/rows.ts';

interface Plan {
  headers: Readonly<Record<string, string>>;
  backwards: boolean;
}

/** What programs that are no browser send, or leave out. */
const headers: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'user-agent': 'curl/7.30.0' },
  { 'user-agent': 'Lua', accept: 'text/plain' },
  { accept: '*/*', 'accept-language': 'xx' },
  { cookie: 'theme=dark; a=b' },
  { 'x-requested-with': 'com.example.app' },
  { 'content-type': 'application/octet-stream' },
  { 'cache-control': 'no-cache', pragma: 'no-cache' },
];

function namesOf(all: Plan['headers']): string {
  return Object.keys(all).join(' and ') || 'no header';
}

export const transport = snowplow<Plan>({
  id: 'snowplow.transport',
  requirements: ['snowplow.transport.get', 'snowplow.transport.any-client'],
  branches: {
    ...choicesOf(headers.map(namesOf), (plan) => namesOf(plan.headers)),
    'parameters backwards': ({ backwards }) => backwards,
    'parameters in order': ({ backwards }) => !backwards,
  },
  plan: () => fc.record({ headers: fc.constantFrom(...headers), backwards: fc.boolean() }),
  render: (plan, identity) => {
    const [plain, odd] = [identity.text(0), identity.text(1)];
    const pairs = event('pv', odd, [['cd', '24']]);
    return {
      requests: [get(event('pv', plain)), get(plan.backwards ? pairs.toReversed() : pairs, { headers: plan.headers })],
      expected: [
        eventRow('plain', of(plain), 'snowplow.transport.get'),
        eventRow('odd', of(odd), 'snowplow.transport.any-client'),
      ],
      absent: [],
    };
  },
});
