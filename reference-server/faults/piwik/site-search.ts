/** Faults of site searches. */
import { actionTypes } from '../../piwik/action.ts';
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { withFurther, withLink, withPart, withVisit } from './replace.ts';

export const siteSearchFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.site-search.as-title',
    requirement: 'piwik.site-search.stored',
    description: 'The keyword of a search in a category is stored with the number of a title.',
    apply: (parts) =>
      withPart(parts, 'actionOfRequest', (sound) => (tracking, hit, request) => {
        const action = sound(tracking, hit, request);
        if (action?.kind !== 'site-search' || !action.name || !hit.parameters.has('search_cat')) return action;
        return { ...action, name: { ...action.name, type: actionTypes.pageTitle } };
      }),
  },
  {
    id: 'piwik.site-search.with-title',
    requirement: 'piwik.site-search.no-page-view',
    description: 'A search stores the title of its page.',
    apply: (parts) =>
      withPart(parts, 'linkRow', (sound) => (tracking, hit, visit, action, ids, before) => {
        const title = tracking.parts.pageTitle(hit.parameters.text('action_name'), tracking.settings.piwik);
        if (action.kind === 'site-search' && title !== undefined) {
          tracking.parts.actionTypeId(tracking, { type: actionTypes.pageTitle, name: title, prefix: null });
        }
        return sound(tracking, hit, visit, action, ids, before);
      }),
  },
  {
    id: 'piwik.site-search.category-alone',
    requirement: 'piwik.site-search.category-needs-search',
    description: 'search_cat is stored with any action.',
    apply: (parts) =>
      withLink(parts, (row, { parameters }) => {
        const category = parameters.text('search_cat');
        return category === undefined ? row : { ...row, custom_var_k4: '_pk_scat', custom_var_v4: category };
      }),
  },
  {
    id: 'piwik.site-search.count-alone',
    requirement: 'piwik.site-search.count-needs-search',
    description: 'search_count is stored with any action.',
    apply: (parts) =>
      withLink(parts, (row, { parameters }) => {
        const count = parameters.text('search_count');
        return count === undefined ? row : { ...row, custom_var_k5: '_pk_scount', custom_var_v5: count };
      }),
  },
  {
    id: 'piwik.site-search.addresses-unread',
    requirement: 'piwik.site-search.from-address',
    description: 'Addresses of pages tell of no search.',
    apply: (parts) => withPart(parts, 'searchInAddress', () => () => undefined),
  },
  {
    id: 'piwik.site-search.slots-unnamed',
    requirement: 'piwik.site-search.named-slots',
    description: 'Category and count of a search stand in their slots without names.',
    apply: (parts) =>
      withPart(parts, 'searchColumns', (sound) => (search) => {
        const { custom_var_k4: _category, custom_var_k5: _count, ...values } = sound(search);
        return values;
      }),
  },
  {
    id: 'piwik.site-search.uncounted',
    requirement: 'piwik.site-search.counted',
    description: 'A visit does not count its searches.',
    apply: (parts) =>
      withFurther(
        withVisit(parts, (row) => ({ ...row, visit_total_searches: 0 })),
        ({ visit_total_searches: _dropped, ...others }) => others,
      ),
  },
  {
    id: 'piwik.site-search.first-counted',
    requirement: 'piwik.site-search.counted',
    description: 'A visit counts only the search it begins with.',
    apply: (parts) => withFurther(parts, ({ visit_total_searches: _dropped, ...others }) => others),
  },
];
