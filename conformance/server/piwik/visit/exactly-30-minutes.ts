/** An action exactly 30 minutes after the last one: the document and the server of the day differ. */
import fc from 'fast-check';
import type { Experiment } from '../../model.ts';
import { dayOffset } from '../draw/day.ts';
import { visitLength } from '../draw/gap.ts';
import { needsToken } from '../obstacle.ts';
import { requestsOf } from '../request/chain.ts';
import { page, viewing } from '../request/page.ts';
import { person } from '../request/person.ts';
import { on, row } from '../row/rows.ts';

export const exactly30Minutes: Experiment<{ day: number }> = {
  id: 'piwik.visit-exactly-30-minutes',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: ['piwik.visit.action-recorded'],
  obstacle: needsToken,
  branches: { 'exactly 30 minutes': () => true },
  plan: () => fc.record({ day: dayOffset }),
  render: ({ day }, identity, target) => {
    const who = person(0, identity);
    const start = identity.clock(day);
    const [first, second] = [page(0, identity), page(1, identity)];
    const begun = { idvisitor: who.visitor, 'visit_entry_idaction_url.name': second.name };
    return {
      requests: requestsOf(
        [
          { who, pairs: viewing(first), at: start },
          { who, pairs: viewing(second), at: start + visitLength },
        ],
        target,
      ),
      expected: [
        row('log_link_visit_action', 'first', on(first), 'piwik.visit.action-recorded'),
        row('log_link_visit_action', 'second', on(second), 'piwik.visit.action-recorded'),
        {
          ...row('log_visit', 'second visit', begun, 'piwik.visit.action-recorded'),
          optional: { ledger: 'piwik.exactly-30-minutes', stored: 'new', absent: 'same' },
        },
      ],
      absent: [],
    };
  },
};
