/** A bulk request is the same whatever its body is called, and whoever with a sufficient right sends it. */
import fc from 'fast-check';
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import { choicesOf } from '../../coverage/choices.ts';
import type { Experiment, TargetFacts } from '../../model.ts';
import { needsToken } from '../obstacle.ts';
import { bulk, entryOf, withoutToken } from '../request/bulk.ts';
import { page, viewing } from '../request/page.ts';
import { headersOf, hitOf, person } from '../request/person.ts';
import { of, on, row } from '../row/rows.ts';

const posted = 'piwik.bulk.post-to-endpoint';
const allowed = 'piwik.bulk.sufficient-token';

/** What clients of the day call the body: curl by itself, the importer of logs, others. */
const types = ['application/x-www-form-urlencoded', 'application/json', 'text/plain'] as const;
const roles = ['super-user', 'site-admin'] as const;

/** One of the two is the usual one. */
interface Plan {
  requirement: RequirementId;
  type: (typeof types)[number];
  role: (typeof roles)[number];
  count: number;
}

function knownRoles({ roleTokens = {} }: TargetFacts) {
  return roles.filter((role) => role === 'super-user' || roleTokens[role] !== undefined);
}

export const bulkSender: Experiment<Plan> = {
  id: 'piwik.bulk-sender',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [posted, allowed],
  features: ['bulk'],
  obstacle: needsToken,
  branches: { ...choicesOf(types, ({ type }) => type), ...choicesOf(roles, ({ role }) => role) },
  plan: (target) => {
    const count = fc.integer({ min: 1, max: 3 });
    const type = fc.constantFrom(...types);
    const role = fc.constantFrom(...knownRoles(target));
    return fc.oneof(
      fc.record<Plan>({ requirement: fc.constant(posted), type, role: fc.constant('super-user'), count }),
      fc.record<Plan>({ requirement: fc.constant(allowed), type: fc.constant('application/json'), role, count }),
    );
  },
  render: ({ requirement, type, role, count }, identity, target) => {
    const who = person(0, identity);
    const pages = Array.from({ length: count }, (_, slot) => page(slot, identity));
    const entries = pages.map((shown) => entryOf(withoutToken(hitOf(who, target, viewing(shown))), 'query'));
    const token = role === 'super-user' ? target.token : target.roleTokens?.[role];
    return {
      requests: [bulk(entries, { token, headers: { ...headersOf(who), 'content-type': type } })],
      expected: pages.map((shown, index) =>
        row('log_link_visit_action', `action ${index}`, { ...of(who), ...on(shown) }, requirement),
      ),
      absent: [],
    };
  },
};
