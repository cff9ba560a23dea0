/** Questions about texts of actions, and about what a request is. */
import { actOf, outsideOf } from '../request/act.ts';
import { get, wireOf } from '../request/hit.ts';
import { ordering } from '../request/order.ts';
import { page, pageAt, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { mayHold, refersToNothing } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';
import { linked, linkQuestions } from './links.ts';
import { maybe, type Probe, questions } from './probe.ts';

const action = 'log_link_visit_action';

const zeroTitle: Probe = (identity, target) => {
  const who = person(0, identity);
  const requirement = 'piwik.action_name.wide';
  return {
    requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ['action_name', '0']]))],
    expected: [
      row(action, 'action', of(who), requirement, {
        'idaction_name.name': mayHold('piwik.zero-text', { stored: '0', lost: null }, requirement),
      }),
    ],
  };
};

/** Nothing but the mark between categories. */
const emptyTitle: Probe = (identity, target) => {
  const who = person(0, identity);
  const requirement = 'piwik.page-title.empty-parts';
  return {
    requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ['action_name', wireOf(' / ')]]))],
    expected: [row(action, 'action', of(who), requirement, { idaction_name: refersToNothing(requirement) })],
  };
};

/** Two lines, as a client that takes the title from a page's source may send them. */
const titleOfTwoLines: Probe = (identity, target) => {
  const who = person(0, identity);
  const requirement = 'piwik.action_name.wide';
  const title = `Before ${identity.text(1)},\r\nafter`;
  const answers = { dropped: title.replace('\r\n', ''), kept: title };
  return {
    requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ['action_name', wireOf(title)]]))],
    expected: [
      row(action, 'action', of(who), requirement, {
        'idaction_name.name': mayHold('piwik.line-breaks', answers, requirement),
      }),
    ],
  };
};

const noResults: Probe = (identity, target) => {
  const who = person(0, identity);
  const requirement = 'piwik.search_count.stored';
  return {
    requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ['search', 'shoes'], ['search_count', '0']]))],
    expected: [
      row(action, 'search', of(who), requirement, {
        custom_var_v5: mayHold('piwik.search-count-zero', { stored: '0', absent: null }, requirement),
      }),
    ],
  };
};

/** A word that clients write where they have no number. */
const wordForNumber: Probe = (identity, target) => {
  const who = person(0, identity);
  const requirement = 'piwik.search_count.stored';
  return {
    requests: [
      get(hitOf(who, target, [...viewing(page(0, identity)), ['search', 'shoes'], ['search_count', 'false']])),
    ],
    expected: [
      row(action, 'search', of(who), requirement, {
        custom_var_v5: mayHold('piwik.language-literals', { missing: null, text: 'false' }, requirement),
      }),
    ],
  };
};

const listOfVariables: Probe = (identity, target) => {
  const who = person(0, identity);
  const requirement = 'piwik.custom-variables.visit-scope';
  const list = JSON.stringify([
    ['none', 'none'],
    ['name', 'value'],
  ]);
  return {
    requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ['_cvar', wireOf(list)]]))],
    expected: [
      row('log_visit', 'visit', of(who), requirement, {
        custom_var_k1: mayHold('piwik.custom-variable-shape', { read: 'name', ignored: null }, requirement),
        custom_var_v1: mayHold('piwik.custom-variable-shape', { read: 'value', ignored: null }, requirement),
      }),
    ],
  };
};

const eventOrNot: Probe = (identity, target) => {
  const who = person(0, identity);
  const act = actOf('event', 0, identity);
  const category = act.texts[0]?.name ?? '';
  const requirement = 'piwik.event.stored';
  return {
    requests: [get(hitOf(who, target, act.pairs))],
    expected: [
      row(action, 'action', of(who), requirement, {
        'idaction_event_category.name': mayHold(
          'piwik.event-parameters',
          { event: category, 'page-view': null },
          requirement,
        ),
      }),
      maybe(['log_action', 'category', { name: category }], requirement, {
        ledger: 'piwik.other-action-data',
        stored: 'piwik-2.0',
        absent: 'searched',
      }),
    ],
  };
};

const urlBesideLink: Probe = (identity, target) => {
  const who = person(0, identity);
  const beside = page(1, identity);
  const requirement = 'piwik.outlink.recorded';
  const link = outsideOf(0, identity);
  return {
    requests: [get(hitOf(who, target, [['link', wireOf(link)], ...viewing(beside)]))],
    expected: [
      row(action, 'outlink', { ...of(who), 'idaction_url.name': pageAt(link).url }, requirement),
      maybe(['log_action', 'url', { name: beside.name }], requirement, {
        ledger: 'piwik.link-and-url',
        stored: 'stored',
        absent: 'unused',
      }),
    ],
  };
};

const twiceInOne: Probe = (identity, target) => {
  const who = person(0, identity);
  const requirement = 'piwik.action-type.once';
  const category = `Category ${identity.text(0)}`;
  const items = [0, 1].map((number) => [`SKU ${identity.text(1 + number)}`, `Item ${number}`, category, 1, 1]);
  const pairs = [...viewing(page(0, identity)), ...ordering(identity.text(9))];
  return {
    requests: [get(hitOf(who, target, [...pairs, ['ec_items', wireOf(JSON.stringify(items))]]))],
    expected: [
      {
        ...row('log_action', 'category', { name: category }, requirement),
        copies: { ledger: 'piwik.duplicate-action-types', sent: 2, each: 'two', one: 'one' },
      },
    ],
  };
};

export const actionQuestions = questions({
  id: 'piwik.ledger-actions',
  requirements: [
    'piwik.action_name.wide',
    'piwik.page-title.empty-parts',
    'piwik.search_count.stored',
    'piwik.custom-variables.visit-scope',
    'piwik.event.stored',
    'piwik.outlink.recorded',
    'piwik.action-type.once',
    linked,
  ],
  features: ['site-search', 'ecommerce'],
  probes: {
    'title 0': zeroTitle,
    'title of empty parts': emptyTitle,
    'title of two lines': titleOfTwoLines,
    'no results': noResults,
    'word for a number': wordForNumber,
    'list of variables': listOfVariables,
    ...linkQuestions,
    'event or not': eventOrNot,
    'url beside link': urlBesideLink,
    'twice in one request': twiceInOne,
  },
});
