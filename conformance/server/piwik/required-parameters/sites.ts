/** Sites know nothing of each other: who has a visit on one begins another on the other. */
import fc from 'fast-check';
import type { Experiment, TargetFacts } from '../../model.ts';
import { get } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { bareHitOf, person } from '../request/person.ts';
import { holds, shares } from '../row/cells.ts';
import { on, row } from '../row/rows.ts';

const requirement = 'piwik.required-parameters.sites-apart';

function otherSites({ site, sites = [] }: TargetFacts): number[] {
  return sites.map(({ id }) => id).filter((id) => id !== site);
}

export const sitesApart: Experiment<{ other: number }> = {
  id: 'piwik.required-parameters-sites',
  broad: true,
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement, 'piwik.idsite.stored'],
  obstacle: (target) =>
    otherSites(target).length > 0
      ? undefined
      : { status: 'skipped', reason: 'the target names one site only (sites in the target file)' },
  branches: {},
  plan: (target) => fc.record({ other: fc.constantFrom(...otherSites(target)) }),
  render: ({ other }, identity, target) => {
    const who = person(0, identity);
    const visits = [target.site, other, target.site];
    const pages = visits.map((_site, slot) => page(slot, identity));
    return {
      requests: visits.map((site, slot) =>
        get(bareHitOf(who, { ...target, site }, viewing(pages[slot] ?? page(slot, identity)))),
      ),
      expected: visits.map((site, slot) =>
        row('log_link_visit_action', `action ${slot}`, on(pages[slot] ?? page(slot, identity)), requirement, {
          idsite: holds(site, 'piwik.idsite.stored'),
          idvisit: shares(`visit of site ${site}`, requirement),
        }),
      ),
      absent: [],
    };
  },
};
