/** A page view: one visit, one action, and the texts of the action as action types. */

import fc from 'fast-check';
import { facts } from '../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../coverage/choices.ts';
import type { Experiment } from '../model.ts';
import { type Given, given, sent, storedIn, storing } from './draw/given.ts';
import { addressOf, type PageAddress, pageAddress } from './draw/page-address.ts';
import { get } from './request/hit.ts';
import { viewing } from './request/page.ts';
import { hitOf, person } from './request/person.ts';
import { holds, shares } from './row/cells.ts';
import { of, row } from './row/rows.ts';

interface Plan {
  address: PageAddress;
  title: Given | undefined;
}

export const requestKinds: Experiment<Plan> = {
  id: 'piwik.request-kinds',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [
    'piwik.request-kinds.page-view',
    'piwik.visit.new',
    'piwik.visit.action-recorded',
    ...storing('idsite', 'url', 'action_name'),
  ],
  casesPerRun: 2,
  branches: {
    'with a title': ({ title }) => title !== undefined,
    'without a title': ({ title }) => title === undefined,
  },
  classes: {
    'idsite/ordinary': () => true,
    ...choicesOf(
      Object.keys(facts.wireForms['page-url']?.valueClasses ?? {}).map((name) => `url/${name}`),
      ({ address }) => `url/${address.class}`,
    ),
  },
  plan: () => fc.record({ address: pageAddress, title: fc.oneof(fc.constant(undefined), given('action_name')) }),
  render: ({ address, title }, identity, target) => {
    const who = person(0, identity);
    const shown = addressOf(address, 0, identity);
    const named = title === undefined ? [] : [sent(title)];
    const site = holds(target.site, 'piwik.idsite.stored');
    return {
      requests: [get(hitOf(who, target, [...viewing(shown), ...named]))],
      expected: [
        row('log_visit', 'visit', of(who), 'piwik.visit.new', {
          idsite: site,
          idvisit: shares('visit', 'piwik.visit.new'),
        }),
        row('log_link_visit_action', 'action', of(who), 'piwik.request-kinds.page-view', {
          idsite: site,
          idvisit: shares('visit', 'piwik.visit.action-recorded'),
          'idaction_url.name': holds(shown.name, shown.requirement),
          'idaction_url.url_prefix': holds(shown.prefix, shown.requirement),
          ...(title === undefined ? {} : storedIn('log_action', title, 'idaction_name')),
        }),
      ],
      absent: [],
    };
  },
};
