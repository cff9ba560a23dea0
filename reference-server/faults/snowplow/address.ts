import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { withRule } from './replace.ts';

export const addressFaults: readonly Fault<SnowplowParts>[] = [
  {
    id: 'snowplow.ip.ignored',
    requirement: 'snowplow.ip.stored',
    description: 'The address of the request goes before ip.',
    apply: (parts) =>
      withRule(parts, 'address', (sound) => (event) => {
        event.row.user_ipaddress = null;
        sound(event);
      }),
  },
  {
    id: 'snowplow.address.only-ip',
    requirement: 'snowplow.address.of-request',
    description: 'Without ip the address stays NULL.',
    apply: (parts) => withRule(parts, 'address', () => () => {}),
  },
  {
    id: 'snowplow.network-user.new-each-time',
    requirement: 'snowplow.network-user.cookie-kept',
    description: 'A cookie that was sent is replaced by a new one.',
    apply: (parts) =>
      withRule(parts, 'network-user', (sound) => (event) => {
        const { cookie: _unread, ...headers } = event.request.headers;
        const other = { ...event, request: { ...event.request, headers } };
        sound(other);
        event.networkUser = other.networkUser;
      }),
  },
  {
    id: 'snowplow.nuid.cookie-first',
    requirement: 'snowplow.nuid.stored',
    description: 'The cookie of the collector overwrites nuid in all but its first four characters.',
    apply: (parts) =>
      withRule(parts, 'network-user', (sound) => (event) => {
        const sent = event.row.network_userid;
        sound(event);
        if (typeof sent === 'string') event.row.network_userid = sent.slice(0, 4) + String(event.networkUser).slice(4);
      }),
  },
  {
    id: 'snowplow.address.multicast',
    requirement: 'snowplow.address.overridden',
    description: 'An ip from 221.0.0.0 on is taken for no address of a host, unless the event names a user.',
    rare: true,
    apply: (parts) =>
      withRule(parts, 'address', (sound) => (event) => {
        const { row, values } = event;
        const isNamed = ['uid', 'duid', 'nuid'].some((name) => values.has(name));
        if (!isNamed && Number(String(row.user_ipaddress).split('.')[0]) >= 221) row.user_ipaddress = null;
        sound(event);
      }),
  },
];
