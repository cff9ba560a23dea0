/** A request with a wrong token that claims nothing is tracked like one without. */
import fc from 'fast-check';
import type { Experiment } from '../../model.ts';
import { get } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { bareHitOf, person } from '../request/person.ts';
import { of, row } from '../row/rows.ts';
import { wrongToken } from './wrong-token.ts';

const requirement = 'piwik.authentication.wrong-token';

export const authenticationTracked: Experiment<null> = {
  id: 'piwik.authentication-tracked',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement],
  wrongToken: true,
  plan: () => fc.constant(null),
  render: (_plan, identity, target) => {
    const who = person(0, identity);
    return {
      requests: [get(bareHitOf(who, target, [...viewing(page(0, identity)), ...wrongToken(identity)]))],
      expected: [row('log_link_visit_action', 'action', of(who), requirement)],
      absent: [],
    };
  },
};
