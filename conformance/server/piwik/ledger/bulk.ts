/** Questions about bulk requests that are not quite as the document has them. */
import type { OutgoingRequest, TargetFacts } from '../../model.ts';
import { needsToken } from '../obstacle.ts';
import { bulk, type Entry, entryOf } from '../request/bulk.ts';
import { type Hit, post, queryOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { bareHitOf, headersOf, type Person, person } from '../request/person.ts';
import { titled } from '../request/titled.ts';
import { of, on, row } from '../row/rows.ts';
import { badEntry, noEntries } from './bulk-entries.ts';
import { maybe, type Probe, questions } from './probe.ts';

const many = 'piwik.bulk.many';
const action = 'log_link_visit_action';

function sent(entries: readonly Entry[], who: Person, target: TargetFacts): OutgoingRequest {
  return bulk(entries, { token: target.token, headers: headersOf(who) });
}

function view(who: Person, slot: number, identity: Parameters<Probe>[0], target: TargetFacts): Hit {
  return bareHitOf(who, target, viewing(page(slot, identity)));
}

const withoutMark: Probe = (identity, target) => {
  const who = person(0, identity);
  return {
    requests: [sent([queryOf(view(who, 0, identity, target).pairs)], who, target)],
    expected: [
      maybe([action, 'action', of(who)], many, {
        ledger: 'piwik.bulk-without-question-mark',
        stored: 'read',
        absent: 'empty',
      }),
    ],
  };
};

const withoutToken: Probe = (identity, target) => {
  const who = person(0, identity);
  const entries = [entryOf(view(who, 0, identity, target), 'query')];
  return {
    requests: [bulk(entries, { token: undefined, headers: headersOf(who) })],
    expected: [
      maybe([action, 'action', of(who)], many, {
        ledger: 'piwik.bulk-without-token',
        stored: 'stored',
        absent: 'refused',
      }),
    ],
  };
};

const otherType: Probe = (identity, target) => {
  const who = person(0, identity);
  const request = sent([entryOf(view(who, 0, identity, target), 'query')], who, target);
  return {
    requests: [{ ...request, headers: { ...headersOf(who), 'content-type': 'text/plain' } }],
    expected: [
      maybe([action, 'action', of(who)], many, {
        ledger: 'piwik.bulk-content-type',
        stored: 'any',
        absent: 'json-only',
      }),
    ],
  };
};

const rawBlank: Probe = (identity, target) => {
  const who = person(0, identity);
  const query = queryOf(view(who, 0, identity, target).pairs);
  return {
    requests: [sent([`?${query}&action_name=two words`], who, target)],
    expected: [
      maybe([action, 'action', { ...of(who), 'idaction_name.name': 'two words' }], many, {
        ledger: 'piwik.bulk-encoding',
        stored: 'lenient',
        absent: 'strict',
      }),
    ],
  };
};

const likeBulk: Probe = (identity, target) => {
  const who = person(0, identity);
  const hit = bareHitOf(who, target, [...viewing(page(0, identity)), ...titled('the word "requests"')]);
  const form = post(hit);
  return {
    // The word stands in quotes, as in the body of a bulk request.
    requests: [{ ...form, body: form.body?.replaceAll('%22', '"') ?? '' }],
    expected: [
      maybe([action, 'action', of(who)], many, { ledger: 'piwik.bulk-recognition', stored: 'json', absent: 'text' }),
    ],
  };
};

const otherSite: Probe = (identity, target) => {
  const other = target.sites?.find(({ id }) => id !== target.site);
  const token = target.roleTokens?.['site-admin'];
  if (other === undefined || token === undefined) return undefined;
  const who = person(0, identity);
  const there = { ...target, site: other.id };
  const entries = [view(who, 0, identity, target), view(who, 1, identity, there)].map((hit) => entryOf(hit, 'query'));
  return {
    requests: [bulk(entries, { token, headers: headersOf(who) })],
    expected: [
      maybe([action, 'own site', { ...of(who), ...on(page(0, identity)) }], many, {
        ledger: 'piwik.bulk-sites',
        stored: 'each-entry',
        absent: 'every',
      }),
    ],
  };
};

const unlocked: Probe = (identity, target) => {
  const who = person(0, identity);
  const hit = bareHitOf(who, target, [...viewing(page(0, identity)), ['cip', who.address]]);
  return {
    requests: [sent([entryOf(hit, 'query')], who, target)],
    expected: [
      row(action, 'action', of(who), many),
      maybe(['log_visit', 'address', { ...of(who), location_ip: who.address }], many, {
        ledger: 'piwik.bulk-token-scope',
        stored: 'unlocks',
        absent: 'own',
      }),
    ],
  };
};

/** An entry that is an object, with `rec` as a truth value or a number. */
function truthValue(rec: boolean | number): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const entry = { ...(entryOf(view(who, 0, identity, target), 'object') as Record<string, string>), rec };
    const ledger = 'piwik.rec-other-than-1';
    const where = ['log_link_visit_action', 'action', of(who)] as const;
    return {
      requests: [{ ...sent([], who, target), body: JSON.stringify({ requests: [entry], token_auth: target.token }) }],
      expected: rec
        ? [row(...where, 'piwik.bulk.object-entry')]
        : [maybe(where, 'piwik.bulk.object-entry', { ledger, stored: 'tracked', absent: 'excluded' })],
    };
  };
}

export const bulkQuestions = questions({
  id: 'piwik.ledger-bulk',
  requirements: [many, 'piwik.bulk.answer', 'piwik.bulk.object-entry'],
  features: ['bulk'],
  obstacle: needsToken,
  probes: {
    'bad entry': badEntry('unknown'),
    'entry without a site': badEntry('unsaid'),
    'no entries': noEntries,
    'without question mark': withoutMark,
    'without token': withoutToken,
    'other content type': otherType,
    'raw blank': rawBlank,
    'rec is true': truthValue(true),
    'rec is false': truthValue(false),
    'rec is a number': truthValue(1),
    'like a bulk request': likeBulk,
    'other site': otherSite,
    'privileged parameter': unlocked,
  },
});
