/** Where a visit began, where it ended, and from which page the visitor came to each. */
import fc from 'fast-check';
import type { ExpectedRecord, Experiment } from '../../model.ts';
import { dayOffset } from '../draw/day.ts';
import { shortGap } from '../draw/gap.ts';
import { moments, requestsOf } from '../request/chain.ts';
import { page, viewing } from '../request/page.ts';
import { person } from '../request/person.ts';
import { titled, titleOf } from '../request/titled.ts';
import { holds, refersToNothing } from '../row/cells.ts';
import { of, on, row } from '../row/rows.ts';

interface Plan {
  day: number;
  gaps: readonly number[];
}

export const visitPages: Experiment<Plan> = {
  id: 'piwik.visit-pages',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: ['piwik.visit.entry', 'piwik.visit.exit', 'piwik.visit.came-from'],
  branches: {
    'one page': ({ gaps }) => gaps.length === 0,
    'several pages': ({ gaps }) => gaps.length > 0,
  },
  plan: () => fc.record({ day: dayOffset, gaps: fc.array(shortGap, { maxLength: 3 }) }),
  render: ({ day, gaps }, identity, target) => {
    const who = person(0, identity);
    const views = moments(identity.clock(day), gaps).map((at, index) => {
      const shown = { ...page(index, identity), title: titleOf(index, identity) };
      return { who, at, shown, pairs: [...viewing(shown), ...titled(shown.title)] };
    });
    const [first, last] = [views[0]?.shown, views.at(-1)?.shown];
    const actions = views.map(({ shown }, index): ExpectedRecord => {
      const before = views[index - 1]?.shown;
      const requirement = 'piwik.visit.came-from';
      const columns =
        before === undefined
          ? { idaction_url_ref: refersToNothing(requirement), idaction_name_ref: refersToNothing(requirement) }
          : {
              'idaction_url_ref.name': holds(before.name, requirement),
              'idaction_name_ref.name': holds(before.title, requirement),
            };
      return row('log_link_visit_action', `action ${index}`, on(shown), requirement, columns);
    });
    return {
      requests: requestsOf(views, target),
      expected: [
        row('log_visit', 'visit', of(who), 'piwik.visit.entry', {
          'visit_entry_idaction_url.name': holds(first?.name ?? null, 'piwik.visit.entry'),
          'visit_entry_idaction_name.name': holds(first?.title ?? null, 'piwik.visit.entry'),
          'visit_exit_idaction_url.name': holds(last?.name ?? null, 'piwik.visit.exit'),
          'visit_exit_idaction_name.name': holds(last?.title ?? null, 'piwik.visit.exit'),
        }),
        ...actions,
      ],
      absent: [],
    };
  },
};
