/** A request that a browser makes ahead of the visitor is not counted. */

import fc from 'fast-check';
import { choicesOf } from '../coverage/choices.ts';
import type { Experiment } from '../model.ts';
import { get } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { hitOf, person } from './request/person.ts';
import { noRow, of, row } from './row/rows.ts';

const requirement = 'piwik.exclusion.prefetch';

const ahead = [
  ['x-purpose', 'preview'],
  ['x-purpose', 'instant'],
  ['x-moz', 'prefetch'],
] as const;

export const exclusion: Experiment<{ header: readonly [name: string, value: string] }> = {
  id: 'piwik.exclusion',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement],
  branches: choicesOf(
    ahead.map(([, value]) => value),
    ({ header: [, value] }) => value,
  ),
  plan: () => fc.record({ header: fc.constantFrom(...ahead) }),
  render: ({ header: [name, value] }, identity, target) => {
    const [early, present] = [person(0, identity), person(1, identity)];
    const hit = hitOf(early, target, viewing(page(0, identity)));
    return {
      requests: [
        get({ ...hit, headers: { ...hit.headers, [name]: value } }),
        get(hitOf(present, target, viewing(page(1, identity)))),
      ],
      expected: [row('log_link_visit_action', 'present', of(present), requirement)],
      absent: [noRow('log_link_visit_action', of(early), requirement, 'present')],
    };
  },
};
