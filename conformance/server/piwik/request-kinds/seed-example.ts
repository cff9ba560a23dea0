/**
 * The example of the document, its values URL-encoded, with the site, the visitor and the page of this run. The blanks
 * before `&`, which break its lines, are left out.
 */
import fc from 'fast-check';
import type { Experiment } from '../../model.ts';
import { get, type Pairs, wireOf } from '../request/hit.ts';
import { page } from '../request/page.ts';
import { headersOf, person } from '../request/person.ts';
import { holds } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

const requirement = 'piwik.request-kinds.seed-example';

const variables = {
  1: ['OS', 'iphone 5.0'],
  2: ['Piwik Mobile Version', '1.6.2'],
  3: ['Locale', 'en::en'],
  4: ['Num Accounts', '2'],
} as const;

export const seedExample: Experiment<{ rand: number }> = {
  id: 'piwik.request-kinds-seed-example',
  broad: true,
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement],
  branches: {},
  plan: () => fc.record({ rand: fc.nat(999_999) }),
  render: ({ rand }, identity, target) => {
    const who = person(0, identity);
    const shown = page(0, identity);
    const pairs: Pairs = [
      ['_cvar', wireOf(JSON.stringify(variables))],
      ['action_name', wireOf('View settings')],
      ['url', wireOf(`${shown.url}/window/settings`)],
      ['idsite', String(target.site)],
      ['rand', String(rand)],
      ['h', '18'],
      ['m', '13'],
      ['s', '3'],
      ['rec', '1'],
      ['apiv', '1'],
      ['cookie', ''],
      ['urlref', wireOf('http://iphone.mobileapp.piwik.org')],
      ['_id', who.visitor],
      ['_idvc', '19'],
      ['res', wireOf('320×480')],
    ];
    return {
      requests: [get({ pairs, headers: headersOf(who) })],
      expected: [
        row('log_link_visit_action', 'action', of(who), requirement, {
          'idaction_url.name': holds(`${shown.name}/window/settings`, requirement),
          'idaction_name.name': holds('View settings', requirement),
          ...Object.fromEntries(
            Object.entries(variables).flatMap(([slot, [name, value]]) => [
              [`idvisit.custom_var_k${slot}`, holds(name, requirement)],
              [`idvisit.custom_var_v${slot}`, holds(value, requirement)],
            ]),
          ),
        }),
      ],
      absent: [],
    };
  },
};
