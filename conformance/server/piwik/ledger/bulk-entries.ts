/** A question about entries of a bulk request that are no requests. */
import { bulk, entryOf } from '../request/bulk.ts';
import { page, viewing } from '../request/page.ts';
import { bareHitOf, headersOf, person } from '../request/person.ts';
import { of, on } from '../row/rows.ts';
import { maybe, type Probe } from './probe.ts';

const many = 'piwik.bulk.many';
const action = 'log_link_visit_action';

/** Between two entries some that are no requests. */
export const noEntries: Probe = (identity, target) => {
  const who = person(0, identity);
  const [before, behind] = [0, 1].map((slot) =>
    entryOf(bareHitOf(who, target, viewing(page(slot, identity))), 'query'),
  );
  const requests = [before, 7, null, '', {}, behind];
  const ledger = 'piwik.bulk-no-entry';
  return {
    requests: [
      {
        ...bulk([], { token: target.token, headers: headersOf(who) }),
        body: JSON.stringify({ requests, token_auth: target.token }),
      },
    ],
    expected: [
      maybe([action, 'before', { ...of(who), ...on(page(0, identity)) }], many, {
        ledger,
        stored: ['skipped', 'stops'],
        absent: 'refused',
      }),
      maybe([action, 'behind', { ...of(who), ...on(page(1, identity)) }], many, {
        ledger,
        stored: 'skipped',
        absent: ['stops', 'refused'],
      }),
    ],
  };
};
