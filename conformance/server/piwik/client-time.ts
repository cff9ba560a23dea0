/** The time of an action: now, unless a request with a token tells another. */
import fc from 'fast-check';
import type { ExpectedColumn, ExpectedRecord, Experiment, StoredValue } from '../model.ts';
import { dayOffset } from './draw/day.ts';
import { type Given, given, sent, storedIn, storing } from './draw/given.ts';
import { needsToken } from './obstacle.ts';
import { get, replaced } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { hitOf, person } from './request/person.ts';
import { dateTime } from './request/time.ts';
import { holds } from './row/cells.ts';
import { of, row } from './row/rows.ts';

interface Plan {
  time: Given;
  day: number;
}

const HOUR = 3_600_000;

/** The clocks of suite and target may differ, but not by an hour. */
const now: ExpectedColumn = {
  requirement: 'piwik.client-time.now',
  cell: {
    kind: 'like',
    expected: 'the time of the request',
    judge: (value: StoredValue) => {
      const stored = Date.parse(`${String(value).replace(' ', 'T')}Z`);
      return Math.abs(stored - Date.now()) < HOUR ? undefined : `it is ${value}`;
    },
  },
};

export const clientTime: Experiment<Plan> = {
  id: 'piwik.client-time',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: ['piwik.client-time.past', 'piwik.client-time.unix-time', 'piwik.client-time.now', ...storing('cdt')],
  obstacle: needsToken,
  branches: {},
  plan: () => fc.record({ time: given('cdt'), day: dayOffset }),
  render: ({ time, day }, identity, target) => {
    const at = identity.clock(day);
    const wires = [sent(time)[1], String(at)];
    const hits = [0, 1, 2].map((slot) => hitOf(person(slot, identity), target, viewing(page(slot, identity))));
    const requests = hits.map((hit, index) => {
      const wire = wires[index];
      return get(wire === undefined ? hit : replaced(hit, 'cdt', wire));
    });
    const tables = ['log_visit', 'log_link_visit_action'] as const;
    const told = tables.flatMap((table): ExpectedRecord[] => {
      const columns = storedIn(table, time);
      const past = Object.fromEntries(
        Object.entries(columns).map(([name, { cell }]) => [name, { cell, requirement: 'piwik.client-time.past' }]),
      );
      return [
        row(table, `${table} told`, of(person(0, identity)), time.requirement, columns),
        row(table, `${table} in the past`, of(person(0, identity)), 'piwik.client-time.past', past),
      ];
    });
    return {
      requests,
      expected: [
        ...told,
        row('log_link_visit_action', 'unix time', of(person(1, identity)), 'piwik.client-time.unix-time', {
          server_time: holds(dateTime(at), 'piwik.client-time.unix-time'),
        }),
        row('log_link_visit_action', 'untold', of(person(2, identity)), 'piwik.client-time.now', { server_time: now }),
      ],
      absent: [],
    };
  },
};
