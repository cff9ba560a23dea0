/** Texts of actions are stored once: whoever views a page or bears a title again refers to what is there. */
import fc from 'fast-check';
import type { RequirementId } from '../../../generated/piwik/2.0/facts.ts';
import type { ExpectedRecord, Experiment } from '../model.ts';
import { get } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { hitOf, person } from './request/person.ts';
import { titled, titleOf } from './request/titled.ts';
import { holds, shares } from './row/cells.ts';
import { of, row } from './row/rows.ts';

/** One view by somebody new: which of two pages, under which of two titles. */
interface View {
  page: number;
  title: number;
}

/** What the first view of a text shows, and what each later one shows. */
function seenBefore(views: readonly View[], index: number, part: keyof View): boolean {
  return views.slice(0, index).some((view) => view[part] === views[index]?.[part]);
}

function requirementOf(first: RequirementId, known: boolean): RequirementId {
  return known ? 'piwik.action-type.once' : first;
}

/** That a new text is referred to shows that it was made; a known one is there in any case. */
function linkOf(requirement: RequirementId): RequirementId {
  return requirement === 'piwik.action-type.once' ? 'piwik.action-type.linked' : requirement;
}

export const actionType: Experiment<readonly View[]> = {
  id: 'piwik.action-type',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [
    'piwik.action-type.created-for-url',
    'piwik.action-type.created-for-title',
    'piwik.action-type.linked',
    'piwik.action-type.once',
  ],
  branches: {
    'a page viewed again': (views) => new Set(views.map(({ page }) => page)).size < views.length,
    'several pages': (views) => new Set(views.map(({ page }) => page)).size > 1,
    'a title met again': (views) => new Set(views.map(({ title }) => title)).size < views.length,
    'several titles': (views) => new Set(views.map(({ title }) => title)).size > 1,
  },
  plan: () => fc.array(fc.record({ page: fc.nat(1), title: fc.nat(1) }), { minLength: 2, maxLength: 4 }),
  render: (views, identity, target) => {
    const pages = [page(0, identity), page(1, identity)];
    const titles = [titleOf(2, identity), titleOf(3, identity)];
    const expected: ExpectedRecord[] = [];
    const requests = views.map((view, index) => {
      const who = person(index, identity);
      const shown = pages[view.page] ?? page(0, identity);
      const title = titles[view.title] ?? '';
      const url = requirementOf('piwik.action-type.created-for-url', seenBefore(views, index, 'page'));
      const name = requirementOf('piwik.action-type.created-for-title', seenBefore(views, index, 'title'));
      expected.push(
        row('log_link_visit_action', `action ${index}`, of(who), 'piwik.action-type.linked', {
          'idaction_url.name': holds(shown.name, linkOf(url)),
          'idaction_name.name': holds(title, linkOf(name)),
          idaction_url: shares(`page ${view.page}`, url),
          idaction_name: shares(`title ${view.title}`, name),
        }),
      );
      return get(hitOf(who, target, [...viewing(shown), ...titled(title)]));
    });
    for (const used of new Set(views.map((view) => view.page))) {
      const where = { name: pages[used]?.name ?? '' };
      expected.push({
        ...row('log_action', `page ${used}`, where, 'piwik.action-type.created-for-url'),
        onceRequirement: 'piwik.action-type.once',
      });
    }
    for (const used of new Set(views.map((view) => view.title))) {
      const where = { name: titles[used] ?? '' };
      expected.push({
        ...row('log_action', `title ${used}`, where, 'piwik.action-type.created-for-title'),
        onceRequirement: 'piwik.action-type.once',
      });
    }
    return { requests, expected, absent: [] };
  },
};
