/** What else makes an action type, and that it is found again. */

import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { choicesOf } from '../../coverage/choices.ts';
import type { ExpectedRecord, Experiment, Identity, TargetFacts } from '../../model.ts';
import { type Act, type ActKind, actKinds, actOf } from '../request/act.ts';
import { get } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { holds, shares } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

interface Plan {
  kind: ActKind;
  /** Two of the ways `http`, `https` and `www.` to write one page. */
  ways: readonly string[];
}

/** The same thing done by two people: its texts are found the second time. */
function twice(act: Act, identity: Identity, target: TargetFacts) {
  const people = [person(0, identity), person(1, identity)];
  const requests = people.map((who) => get(hitOf(who, target, act.pairs)));
  const requirement = act.observed ? 'piwik.action-type.numbered-kinds' : 'piwik.action-type.created-for-other';
  const expected = people.map((who, index): ExpectedRecord => {
    const texts = act.texts.flatMap(({ column, name, type }) => [
      [`${column}.name`, holds(name, requirement)] as const,
      [`${column}.type`, holds(type, 'piwik.action-type.numbered-kinds')] as const,
      [`${column}.hash`, holds(crc32(name), 'piwik.action-type.hash')] as const,
      [column, shares(name, requirement)] as const,
    ]);
    return row('log_link_visit_action', `action ${index}`, of(who), requirement, Object.fromEntries(texts));
  });
  return { requests, expected };
}

export const actionFinding: Experiment<Plan> = {
  id: 'piwik.action-type-finding',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [
    'piwik.action-type.created-for-other',
    'piwik.action-type.numbered-kinds',
    'piwik.action-type.hash',
    'piwik.action-type.one-page',
  ],
  casesPerRun: 2,
  branches: choicesOf(actKinds, ({ kind }) => kind),
  plan: () =>
    fc.record({
      kind: fc.constantFrom(...actKinds),
      ways: fc.shuffledSubarray(['http://', 'http://www.', 'https://', 'https://www.'], { minLength: 2, maxLength: 2 }),
    }),
  render: ({ kind, ways }, identity, target) => {
    const done = twice(actOf(kind, 0, identity), identity, target);
    const shown = page(9, identity);
    const viewers = ways.map((way, index) => ({ way, who: person(2 + index, identity) }));
    const requirement = 'piwik.action-type.one-page';
    return {
      requests: [
        ...done.requests,
        ...viewers.map(({ way, who }) => get(hitOf(who, target, viewing({ url: `${way}${shown.name}` })))),
      ],
      expected: [
        ...done.expected,
        ...viewers.map(({ who }, index) =>
          row('log_link_visit_action', `view ${index}`, of(who), requirement, {
            idaction_url: shares('one page', requirement),
          }),
        ),
      ],
      absent: [],
    };
  },
};
