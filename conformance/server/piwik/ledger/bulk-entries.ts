/** Questions about entries of a bulk request that are bad, or no requests. */
import type { ExpectedAnswer } from '../../model.ts';
import { bulk, entryOf } from '../request/bulk.ts';
import { without } from '../request/hit.ts';
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

/** How far it came: both good entries, the first, or none. */
const howFar: ExpectedAnswer = {
  requirement: 'piwik.bulk.answer',
  expected: 'JSON with "status":"error" and how many were tracked before, or with "status":"success"',
  judge: ({ body }) => {
    const text = new TextDecoder().decode(body);
    return /"status":\s*"success"/.test(text) || (/"status":\s*"error"/.test(text) && /"tracked":\s*[01]\b/.test(text))
      ? undefined
      : `it is ${text.slice(0, 200)}`;
  },
};

/** An entry that names no site of the server, between two that are good. */
export const badEntry =
  (site: 'unknown' | 'unsaid'): Probe =>
  (identity, target) => {
    const who = person(0, identity);
    const good = [0, 2].map((slot) => entryOf(bareHitOf(who, target, viewing(page(slot, identity))), 'query'));
    const hit = bareHitOf(who, { ...target, site: 0 }, viewing(page(1, identity)));
    const bad = entryOf(site === 'unknown' ? hit : without(hit, 'idsite'), 'query');
    const ledger = 'piwik.bulk-bad-entry';
    return {
      requests: [
        {
          ...bulk([good[0] ?? '', bad, good[1] ?? ''], { token: target.token, headers: headersOf(who) }),
          answer: [howFar],
        },
      ],
      expected: [
        maybe([action, 'before', { ...of(who), ...on(page(0, identity)) }], many, {
          ledger,
          stored: ['stops', 'skips'],
          absent: 'refuses',
        }),
        maybe([action, 'behind', { ...of(who), ...on(page(2, identity)) }], many, {
          ledger,
          stored: 'skips',
          absent: ['stops', 'refuses'],
        }),
      ],
    };
  };
