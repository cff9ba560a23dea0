/** A collector may know a user across sites by a cookie of its own. */
import fc from 'fast-check';
import type { ExpectedAnswer, Identity } from '../model.ts';
import { facts, snowplow } from './protocol.ts';
import { event, get } from './request/hit.ts';
import { mayHold } from './row/cells.ts';
import { eventRow, of } from './row/rows.ts';

const cookie = String(facts.rules['network-user']?.constants.cookie);
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** A random UUID by its marks, made of an identity's digits. */
function uuid(identity: Identity, slot: number): string {
  const digits = `${identity.visitor(slot)}${identity.visitor(slot + 1)}`;
  const parts = [digits.slice(0, 8), digits.slice(8, 12), `4${digits.slice(12, 15)}`, `8${digits.slice(15, 18)}`];
  return [...parts, digits.slice(18, 30)].join('-');
}

/** A cookie that is no more valid when it comes is none. */
function isOver(cookie: string): boolean {
  const [, expires] = /; *expires=([^;]*)/i.exec(cookie) ?? [];
  return expires !== undefined && Date.parse(expires) <= Date.now();
}

function sets(requirement: string, value: string, expected: string): ExpectedAnswer {
  const pattern = new RegExp(`(^|, )${cookie}=${value}(;|$)`, 'i');
  return {
    requirement,
    expected: `a cookie ${cookie} with ${expected}`,
    judge: ({ headers }) => {
      const sent = headers['set-cookie'];
      if (sent === undefined) return 'it sets no cookie';
      return pattern.test(sent) && !isOver(sent) ? undefined : `it sets ${sent}`;
    },
  };
}

export const networkUser = snowplow<null>({
  id: 'snowplow.network-user',
  requirements: [
    'snowplow.network-user.cookie-set',
    'snowplow.network-user.cookie-kept',
    'snowplow.network-user.cookie-stored',
    'snowplow.nuid.stored',
  ],
  branches: {},
  plan: () => fc.constant(null),
  render: (_plan, identity) => {
    const [known, both] = [identity.text(1), identity.text(2)];
    const [user, other] = [uuid(identity, 0), uuid(identity, 2)];
    // Cookies of other names stand before it, one of which begins alike.
    const headers = { cookie: `theme=dark; ${cookie}x=${other}; ${cookie}=${user}` };
    const stored = 'snowplow.network-user.cookie-stored';
    const origin = 'snowplow.network-user-origin';
    return {
      requests: [
        get(event('pv', identity.text(0)), { answer: [sets('snowplow.network-user.cookie-set', UUID, 'a UUID')] }),
        get(event('pv', known), { headers, answer: [sets('snowplow.network-user.cookie-kept', user, user)] }),
        get(event('pv', both, [['nuid', other]]), { headers }),
      ],
      expected: [
        eventRow('by its cookie', of(known), stored, {
          network_userid: mayHold(origin, user, { 'parameter-only': null }, stored),
        }),
        eventRow('cookie and nuid', of(both), 'snowplow.nuid.stored', {
          network_userid: mayHold(origin, other, { cookie: user }, 'snowplow.nuid.stored'),
        }),
      ],
      absent: [],
    };
  },
});
