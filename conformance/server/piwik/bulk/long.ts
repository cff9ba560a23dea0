/** A bulk request may be long: its last entry is stored as its first. */
import fc from 'fast-check';
import type { Experiment } from '../../model.ts';
import { needsToken } from '../obstacle.ts';
import { bulk, entryOf, withoutToken } from '../request/bulk.ts';
import { page, viewing } from '../request/page.ts';
import { headersOf, hitOf, person } from '../request/person.ts';
import { holds } from '../row/cells.ts';
import { of, on, row } from '../row/rows.ts';

const requirement = 'piwik.bulk.no-limit';

export const longBulk: Experiment<{ count: number }> = {
  id: 'piwik.bulk-long',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement],
  features: ['bulk'],
  // Each case stores thousands of rows.
  casesPerRun: 0.02,
  obstacle: needsToken,
  branches: {},
  plan: () => fc.record({ count: fc.integer({ min: 1001, max: 2000 }) }),
  render: ({ count }, identity, target) => {
    const who = person(0, identity);
    const at = identity.clock(0);
    const entries = Array.from({ length: count }, (_, slot) =>
      entryOf(withoutToken(hitOf(who, target, viewing(page(slot, identity)), at + slot)), 'query'),
    );
    return {
      requests: [bulk(entries, { token: target.token, headers: headersOf(who) })],
      expected: [
        row('log_link_visit_action', 'first', on(page(0, identity)), requirement),
        row('log_link_visit_action', 'last', on(page(count - 1, identity)), requirement),
        row('log_visit', 'visit', of(who), requirement, { visit_total_actions: holds(count, requirement) }),
      ],
      absent: [],
    };
  },
};
