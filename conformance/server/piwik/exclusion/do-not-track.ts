/** Somebody who asks not to be tracked is not, where the tracker respects it. */
import fc from 'fast-check';
import { choicesOf } from '../../coverage/choices.ts';
import type { Experiment } from '../../model.ts';
import { get } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { noRow, of, row } from '../row/rows.ts';

const requirement = 'piwik.exclusion.do-not-track';
const names = ['dnt', 'x-do-not-track'] as const;

/** One says 1, the other 0: only the first is let alone. */
export const doNotTrack: Experiment<{ header: (typeof names)[number] }> = {
  id: 'piwik.exclusion-do-not-track',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement],
  option: 'do_not_track',
  branches: choicesOf(names, ({ header }) => header),
  plan: () => fc.record({ header: fc.constantFrom(...names) }),
  render: ({ header }, identity, target) => {
    const [asking, agreeing] = [person(0, identity), person(1, identity)];
    const requests = [asking, agreeing].map((who, index) => {
      const hit = hitOf(who, target, viewing(page(index, identity)));
      return get({ ...hit, headers: { ...hit.headers, [header]: who === asking ? '1' : '0' } });
    });
    return {
      requests,
      expected: [row('log_visit', 'agreeing', of(agreeing), requirement)],
      absent: [noRow('log_visit', of(asking), requirement, 'agreeing')],
    };
  },
};
