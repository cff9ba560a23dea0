/** The plainest hit: a page view with what the protocol requires and a visitor id. */
import fc from 'fast-check';
import type { Experiment } from '../model.ts';
import { get } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { bareHitOf, person } from './request/person.ts';
import { holds } from './row/cells.ts';
import { of, row } from './row/rows.ts';

export const piwikCanary: Experiment<null> = {
  id: 'piwik.canary',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: ['piwik.request-kinds.page-view', 'piwik.url.stored'],
  branches: {},
  plan: () => fc.constant(null),
  render: (_plan, identity, target) => {
    const who = person(0, identity);
    const shown = page(0, identity);
    return {
      requests: [get(bareHitOf(who, target, viewing(shown)))],
      expected: [
        row('log_link_visit_action', 'action', of(who), 'piwik.request-kinds.page-view', {
          'idaction_url.name': holds(shown.name, 'piwik.url.stored'),
        }),
      ],
      absent: [],
    };
  },
};
