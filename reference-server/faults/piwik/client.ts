/** Faults of the address and the clock of a client. */
import { sqlTime } from '../../piwik/forms/date-time.ts';
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { withLink, withPart, withValue } from './replace.ts';

export const clientFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.client-address.only-cip',
    requirement: 'piwik.client-address.of-connection',
    description: 'Without cip each hit has an address of its own.',
    apply: (parts) => {
      let last = 0;
      return withPart(parts, 'clientAddress', (sound) => (tracking, arrival, authenticated) => {
        if (arrival.parameters.has('cip')) return sound(tracking, arrival, authenticated);
        last += 1;
        return sound(tracking, { ...arrival, address: `10.77.${(last >> 8) % 256}.${last % 256}` }, authenticated);
      });
    },
  },
  {
    id: 'piwik.client-address.high-octets',
    requirement: 'piwik.client-address.ipv4',
    description: 'An IPv4 address in cip loses the highest bit of its first octet.',
    apply: (parts) =>
      withValue(parts, 'cip', (value) => value.replace(/^\d+(?=\.)/, (octet) => String(Number(octet) & 127))),
  },
  {
    id: 'piwik.client-address.no-ipv6',
    requirement: 'piwik.client-address.ipv6',
    description: 'An IPv6 address in cip is not understood.',
    apply: (parts) => withValue(parts, 'cip', (value) => (value.includes(':') ? '0.0.0.0' : value)),
  },
  {
    id: 'piwik.client-address.never-masked',
    requirement: 'piwik.client-address.masked',
    description: 'Addresses are not masked.',
    apply: (parts) =>
      withPart(parts, 'computerOf', (sound) => (tracking, hit) => ({
        ...sound(tracking, hit),
        address: hit.clientAddress,
      })),
  },
  {
    id: 'piwik.client-time.clock-wrong',
    requirement: 'piwik.client-time.now',
    description: 'Without cdt an action is stored with a time an hour ago.',
    apply: (parts) =>
      withLink(parts, (row, { parameters, now }) => {
        return parameters.has('cdt') ? row : { ...row, server_time: sqlTime(now - 3600) };
      }),
  },
  {
    id: 'piwik.client-time.no-past',
    requirement: 'piwik.client-time.past',
    description: 'A cdt more than an hour ago is not obeyed.',
    apply: (parts) =>
      withPart(parts, 'clientTime', (sound) => (arrival, authenticated, dateTime) => {
        const time = sound(arrival, authenticated, dateTime);
        return time < arrival.receivedAt - 3600 ? arrival.receivedAt : time;
      }),
  },
  {
    id: 'piwik.client-time.no-numbers',
    requirement: 'piwik.client-time.unix-time',
    description: 'A cdt that is a number of seconds is not understood.',
    apply: (parts) => withValue(parts, 'cdt', (value) => (/^\d+$/.test(value) ? undefined : value)),
  },
  {
    id: 'piwik.cdt.ignored',
    requirement: 'piwik.cdt.stored',
    description: 'cdt is not read.',
    apply: (parts) => withPart(parts, 'clientTime', () => (arrival) => arrival.receivedAt),
  },
];
