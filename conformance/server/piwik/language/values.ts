/** What is stored of `lang` when it is sent as it is, without a language of the suite's own behind it. */
import fc from 'fast-check';
import type { Experiment } from '../../model.ts';
import { type Given, given, sent, storedIn, storing } from '../draw/given.ts';
import { needsToken } from '../obstacle.ts';
import { get } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { of, row } from '../row/rows.ts';

export const languageValues: Experiment<{ lang: Given }> = {
  id: 'piwik.language-values',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: storing('lang'),
  // People who send the same language are told apart by their addresses.
  obstacle: needsToken,
  branches: {},
  plan: () => fc.record({ lang: given('lang') }),
  render: ({ lang }, identity, target) => {
    const who = person(0, identity);
    return {
      requests: [get(hitOf(who, target, [...viewing(page(0, identity)), sent(lang)]))],
      expected: [row('log_visit', 'visit', of(who), lang.requirement, storedIn('log_visit', lang))],
      absent: [],
    };
  },
};
