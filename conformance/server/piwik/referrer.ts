/** How a visitor came to the site: from another website, by a search engine or through a campaign. */
import fc, { type Arbitrary } from 'fast-check';
import type { RequirementId } from '../../../generated/piwik/2.0/facts.ts';
import type { ExpectedColumn, Experiment } from '../model.ts';
import { type Given, given, sent, storedIn, storing } from './draw/given.ts';
import { get } from './request/hit.ts';
import { page, viewing } from './request/page.ts';
import { hitOf, person } from './request/person.ts';
import { of, row } from './row/rows.ts';

const byClass: Readonly<Record<string, RequirementId>> = {
  website: 'piwik.referrer.website',
  unicode: 'piwik.referrer.website',
  'search-engine': 'piwik.referrer.search-engine',
};

export const referrer: Experiment<{ urlref: Given }> = {
  id: 'piwik.referrer',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [...new Set(Object.values(byClass)), 'piwik.referrer.address-as-sent', ...storing('urlref')],
  branches: {},
  plan: (): Arbitrary<{ urlref: Given }> => fc.record({ urlref: given('urlref') }),
  render: ({ urlref }, identity, target) => {
    const who = person(0, identity);
    const detected = byClass[urlref.sample.class] ?? 'piwik.referrer.website';
    const columns = storedIn('log_visit', urlref);
    const asked = Object.entries(columns).map(([name, column]): [string, ExpectedColumn] => {
      const requirement = name === 'referer_url' ? 'piwik.referrer.address-as-sent' : detected;
      return [name, { ...column, requirement }];
    });
    return {
      requests: [get(hitOf(who, target, [...viewing(page(0, identity)), sent(urlref)]))],
      expected: [
        row('log_visit', 'visit', of(who), urlref.requirement, columns),
        row('log_visit', 'detected', of(who), detected, Object.fromEntries(asked)),
      ],
      absent: [],
    };
  },
};
