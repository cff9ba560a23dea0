/** Where a visit is, when a request with a token says it. */
import fc from 'fast-check';
import type { ParameterName } from '../../../generated/piwik/2.0/facts.ts';
import type { ExpectedColumn, Experiment } from '../model.ts';
import { plainComputer } from './draw/computer.ts';
import { type Given, given, sent, storedIn, storing } from './draw/given.ts';
import { needsToken } from './obstacle.ts';
import { get, type Pairs } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { hitOf, person } from './request/person.ts';
import { holds } from './row/cells.ts';
import { of, row } from './row/rows.ts';

export const placeNames = ['country', 'region', 'city', 'lat', 'long'] as const satisfies readonly ParameterName[];

export type Place = Readonly<Partial<Record<(typeof placeNames)[number], Given>>>;

/** A place that is told in part; a failing case shrinks to the parts that matter. */
export const place = fc.record(Object.fromEntries(placeNames.map((name) => [name, given(name)])), {
  requiredKeys: [],
}) as fc.Arbitrary<Place>;

/** Nobody is there: in the sea, in a country without people. */
const elsewhere: Pairs = [
  ['country', 'aq'],
  ['region', 'ZZ'],
  ['city', 'Nowhere'],
  ['lat', '-1.5'],
  ['long', '-1.5'],
];

export const geolocation: Experiment<Place> = {
  id: 'piwik.geolocation',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [...storing(...placeNames), 'piwik.geolocation.override-wins', 'piwik.geolocation.first-action'],
  casesPerRun: 2,
  obstacle: needsToken,
  branches: {},
  plan: () => place,
  render: (told, identity, target) => {
    const who = person(0, identity);
    const stays = person(1, identity);
    const guessed = plainComputer.language.slice(-2);
    const drawn = Object.values(told);
    const hit = [...viewing(page(0, identity)), ...drawn.map(sent)];
    const columnsOf = (change: (column: ExpectedColumn) => ExpectedColumn) =>
      Object.fromEntries(
        drawn.flatMap((value) => Object.entries(storedIn('log_visit', value)).map(([k, c]) => [k, change(c)] as const)),
      );
    const first = 'piwik.geolocation.first-action';
    return {
      requests: [
        get(hitOf(who, target, hit)),
        get(hitOf(stays, target, [...viewing(page(1, identity)), ...drawn.map(sent)])),
        get(hitOf(stays, target, [...viewing(page(2, identity)), ...elsewhere])),
      ],
      expected: [
        ...drawn.map((value) => row('log_visit', value.name, of(who), value.requirement, storedIn('log_visit', value))),
        row('log_visit', 'each by itself', of(who), 'piwik.geolocation.override-wins', {
          ...(told.country === undefined
            ? { location_country: holds(guessed, 'piwik.geolocation.override-wins') }
            : storedIn('log_visit', { ...told.country, requirement: 'piwik.geolocation.override-wins' })),
        }),
        row('log_visit', 'stays', of(stays), first, {
          ...columnsOf(({ cell }) => ({ cell, requirement: first })),
          ...(told.country === undefined ? { location_country: holds(guessed, first) } : {}),
        }),
      ],
      absent: [],
    };
  },
};
