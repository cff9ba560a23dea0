/** Values that a page view stores as they are, in its visit or in its action. */
import fc from 'fast-check';
import type { ParameterName } from '../../../generated/piwik/2.0/facts.ts';
import type { Experiment } from '../model.ts';
import { type Given, given, sent, storedIn, storing } from './draw/given.ts';
import { get } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { hitOf, person } from './request/person.ts';
import { of, row } from './row/rows.ts';

const names = [
  'res',
  '_cvar',
  'cvar',
  '_idvc',
  'gt_ms',
  'urlref',
  'cookie',
  'fla',
  'java',
  'dir',
  'qt',
  'realp',
  'pdf',
  'wma',
  'gears',
  'ag',
] as const satisfies readonly ParameterName[];

/** The values sent; each parameter may be missing, and a failing case shrinks to those that matter. */
type Plan = Readonly<Partial<Record<(typeof names)[number], Given>>>;

const tables = ['log_visit', 'log_link_visit_action'] as const;

export const values: Experiment<Plan> = {
  id: 'piwik.values',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: storing(...names),
  casesPerRun: 2,
  branches: {},
  plan: () => fc.record(Object.fromEntries(names.map((name) => [name, given(name)])), { requiredKeys: [] }),
  render: (plan, identity, target) => {
    const who = person(0, identity);
    const drawn = Object.values(plan);
    return {
      requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ...drawn.map(sent)]))],
      // One row a value, so that a row that is missing says so of each of them.
      expected: drawn.flatMap((value) =>
        tables.flatMap((table) => {
          const columns = storedIn(table, value);
          const key = `${table} ${value.name}`;
          return Object.keys(columns).length === 0 ? [] : [row(table, key, of(who), value.requirement, columns)];
        }),
      ),
      absent: [],
    };
  },
};
