/** A search on the site itself is stored as one, and not as a page view. */
import fc from 'fast-check';
import type { ExpectedRecord, Experiment } from '../model.ts';
import { numberOf, textOf } from './draw/constants.ts';
import { type Given, given, sent, storedIn, storing } from './draw/given.ts';
import { get, type Pairs } from './request/hit.ts';
import { type Page, page, viewing } from './request/page.ts';
import { hitOf, type Person, person } from './request/person.ts';
import { titled, titleOf } from './request/titled.ts';
import { holds, mayHold } from './row/cells.ts';
import { noRow, of, row } from './row/rows.ts';

interface Plan {
  keyword: Given;
  category: Given;
  count: Given;
}

const stored = 'piwik.site-search.stored';
const noPageView = 'piwik.site-search.no-page-view';
const categoryNeeds = 'piwik.site-search.category-needs-search';
const countNeeds = 'piwik.site-search.count-needs-search';
const slots = 'piwik.site-search.named-slots';
const counted = 'piwik.site-search.counted';
const categoryName = textOf('site-search', 'categoryName');
const countName = textOf('site-search', 'countName');
const type = numberOf('action-type', 'siteSearch');
const action = 'log_link_visit_action';

/** The search, and no other action beside it. */
function searched(who: Person, shown: Page, { keyword, category, count }: Plan): ExpectedRecord {
  return {
    ...row(action, 'search', of(who), stored, {
      ...storedIn('log_action', keyword, 'idaction_name'),
      'idaction_name.type': holds(type, stored),
      'idaction_url.name': mayHold('piwik.search-page-address', { none: null, kept: shown.name }, noPageView),
      ...storedIn(action, category),
      ...storedIn(action, count),
    }),
    onceRequirement: noPageView,
  };
}

/**
 * Two people search, one of them twice; a third views a page with the category and count of the second, but without a
 * keyword.
 */
export const siteSearch: Experiment<Plan> = {
  id: 'piwik.site-search',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [
    stored,
    noPageView,
    categoryNeeds,
    countNeeds,
    slots,
    counted,
    ...storing('search', 'search_cat', 'search_count'),
  ],
  features: ['site-search'],
  branches: {},
  plan: () => fc.record({ keyword: given('search'), category: given('search_cat'), count: given('search_count') }),
  render: ({ keyword, category, count }, identity, target) => {
    const [searches, twin, views] = [person(0, identity), person(1, identity), person(2, identity)];
    const [lost, seen] = [titleOf(0, identity), titleOf(1, identity)];
    const shown = page(0, identity);
    const plain: Pairs = [
      ['search_cat', 'Books'],
      ['search_count', '17'],
    ];
    return {
      requests: [
        get(hitOf(searches, target, [...viewing(shown), ...titled(lost), sent(keyword), sent(category), sent(count)])),
        get(hitOf(twin, target, [...viewing(page(1, identity)), ['search', 'shoes'], ...plain])),
        get(hitOf(twin, target, [...viewing(page(3, identity)), ['search', 'boots']])),
        get(hitOf(views, target, [...viewing(page(2, identity)), ...titled(seen), ...plain])),
      ],
      expected: [
        searched(searches, shown, { keyword, category, count }),
        row(action, 'names', of(searches), slots, {
          custom_var_k4: holds(categoryName, slots),
          custom_var_k5: holds(countName, slots),
        }),
        row(action, 'category', { ...of(twin), custom_var_v4: 'Books' }, categoryNeeds),
        row(action, 'count', { ...of(twin), custom_var_v5: '17' }, countNeeds),
        row('log_visit', 'visit', of(searches), counted, { visit_total_searches: holds(1, counted) }),
        row('log_visit', 'longer visit', of(twin), counted, { visit_total_searches: holds(2, counted) }),
        row('log_action', 'title seen', { name: seen }, noPageView),
      ],
      absent: [
        noRow('log_action', { name: lost }, noPageView, 'title seen'),
        noRow(action, { ...of(views), custom_var_v4: 'Books' }, categoryNeeds, 'category'),
        noRow(action, { ...of(views), custom_var_v5: '17' }, countNeeds, 'count'),
      ],
    };
  },
};
