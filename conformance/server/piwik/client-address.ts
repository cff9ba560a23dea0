/** The address of the visitor: that of the connection, unless a request with a token tells another. */
import fc from 'fast-check';
import type { ExpectedColumn, Experiment } from '../model.ts';
import { type Given, given, sent, storedIn, storing } from './draw/given.ts';
import { needsToken } from './obstacle.ts';
import { get, replaced, without } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { hitOf, person } from './request/person.ts';
import { shares } from './row/cells.ts';
import { of, row } from './row/rows.ts';

const connection = 'piwik.client-address.of-connection';

/** What stands for an address that cannot be read is none that anybody has. */
const known: ExpectedColumn = {
  requirement: connection,
  cell: {
    kind: 'like',
    expected: 'an address',
    judge: (value) => (value === null || value === '0.0.0.0' ? `it is ${value}` : undefined),
  },
};

export const clientAddress: Experiment<{ address: Given }> = {
  id: 'piwik.client-address',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: ['piwik.client-address.ipv4', 'piwik.client-address.ipv6', connection, ...storing('cip')],
  obstacle: needsToken,
  branches: {
    IPv4: ({ address }) => address.sample.class !== 'ipv6',
    IPv6: ({ address }) => address.sample.class === 'ipv6',
  },
  plan: () => fc.record({ address: given('cip') }),
  render: ({ address }, identity, target) => {
    const people = [person(0, identity), person(1, identity), person(2, identity)] as const;
    const [told, ...untold] = people.map((who, slot) => hitOf(who, target, viewing(page(slot, identity))));
    if (told === undefined) throw new Error('there are three people');
    const [name, wire] = sent(address);
    const version = address.sample.class === 'ipv6' ? 'piwik.client-address.ipv6' : 'piwik.client-address.ipv4';
    const columns = storedIn('log_visit', address);
    const form = Object.fromEntries(
      Object.entries(columns).map(([column, { cell }]) => [column, { cell, requirement: version }]),
    );
    return {
      requests: [get(replaced(told, name, wire)), ...untold.map((hit) => get(without(hit, 'cip')))],
      expected: [
        row('log_visit', 'told', of(people[0]), address.requirement, columns),
        row('log_visit', 'told, by version', of(people[0]), version, form),
        row('log_visit', 'other address', of(people[0]), connection, { location_ip: shares('told', connection) }),
        row('log_visit', 'known', of(people[1]), connection, { location_ip: known }),
        row('log_visit', 'untold', of(people[1]), connection, { location_ip: shares('connection', connection) }),
        row('log_visit', 'untold too', of(people[2]), connection, { location_ip: shares('connection', connection) }),
      ],
      absent: [],
    };
  },
};
