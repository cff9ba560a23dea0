/** Questions that need a site set up in another way. */
import { get, wireOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { titled, titleOf } from '../request/titled.ts';
import { mayHold } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';
import { type Probe, questions } from './probe.ts';

const action = 'log_link_visit_action';

const searchWhereOff: Probe = (identity, target) => {
  const site = target.sites?.find(({ siteSearch }) => !siteSearch);
  if (site === undefined) return undefined;
  const who = person(0, identity);
  const requirement = 'piwik.site-search.stored';
  const [title, keyword] = [titleOf(0, identity), `keyword ${identity.text(1)}`];
  const pairs = [...viewing(page(0, identity)), ...titled(title), ['search', wireOf(keyword)] as const];
  return {
    requests: [get(hitOf(who, { ...target, site: site.id }, pairs))],
    expected: [
      row(action, 'action', of(who), requirement, {
        'idaction_name.name': mayHold('piwik.site-search-switch', { 'page-view': title, search: keyword }, requirement),
      }),
    ],
  };
};

export const siteQuestions = questions({
  id: 'piwik.ledger-sites',
  requirements: ['piwik.site-search.stored'],
  features: ['site-search'],
  obstacle: ({ sites = [] }) =>
    sites.every(({ siteSearch }) => siteSearch)
      ? {
          status: 'skipped',
          reason: 'the target names no site without site search (sites.siteSearch in the target file)',
        }
      : undefined,
  probes: { 'search where it is off': searchWhereOff },
});
