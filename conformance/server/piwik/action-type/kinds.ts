/** One text in two kinds of action makes two action types. */

import fc from 'fast-check';
import { choicesOf } from '../../coverage/choices.ts';
import type { Experiment } from '../../model.ts';
import { numberOf } from '../draw/constants.ts';
import { get, wireOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { titled, titleOf } from '../request/titled.ts';
import { holds, shares } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

const requirement = 'piwik.action-type.kinds-apart';

/** Which of the two comes first. */
type Plan = readonly ('title' | 'keyword')[];

export const actionKinds: Experiment<Plan> = {
  id: 'piwik.action-type-kinds',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement],
  features: ['site-search'],
  branches: choicesOf(['title first', 'keyword first'], ([first]) => `${first} first`),
  plan: () => fc.shuffledSubarray(['title', 'keyword'] as const, { minLength: 2 }),
  render: (order, identity, target) => {
    const text = titleOf(0, identity);
    const shown = order.map((part, index) => {
      const who = person(index, identity);
      const pairs = part === 'title' ? titled(text) : [['search', wireOf(text)] as const];
      const type = numberOf('action-type', part === 'title' ? 'pageTitle' : 'siteSearch');
      return { part, who, type, request: get(hitOf(who, target, [...viewing(page(index, identity)), ...pairs])) };
    });
    return {
      requests: shown.map(({ request }) => request),
      expected: shown.map(({ part, who, type }) =>
        row('log_link_visit_action', part, of(who), requirement, {
          'idaction_name.name': holds(text, requirement),
          'idaction_name.type': holds(type, requirement),
          idaction_name: shares(part, requirement),
        }),
      ),
      absent: [],
    };
  },
};
