/** A search told by the address of a page. */

import fc from 'fast-check';
import { choicesOf } from '../../coverage/choices.ts';
import type { Experiment } from '../../model.ts';
import { listOf, numberOf } from '../draw/constants.ts';
import { get } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { holds } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

interface Plan {
  parameter: string;
  words: readonly string[];
}

const requirement = 'piwik.site-search.from-address';
const parameters = listOf('site-search', 'keywordParameters');
const type = numberOf('action-type', 'siteSearch');
const word = fc.string({ unit: fc.constantFrom(...'abcXYZ'), minLength: 1, maxLength: 8 });

export const searchAddress: Experiment<Plan> = {
  id: 'piwik.site-search-address',
  protocol: 'piwik',
  versions: ['2.0'],
  requirements: [requirement],
  features: ['site-search'],
  branches: {
    ...choicesOf(parameters, ({ parameter }) => parameter),
    'one word': ({ words }) => words.length === 1,
    'several words': ({ words }) => words.length > 1,
  },
  plan: () =>
    fc.record({ parameter: fc.constantFrom(...parameters), words: fc.array(word, { minLength: 1, maxLength: 3 }) }),
  render: ({ parameter, words }, identity, target) => {
    const who = person(0, identity);
    const url = `${page(0, identity).url}?page=1&${parameter}=${words.join('+')}`;
    return {
      requests: [get(hitOf(who, target, viewing({ url })))],
      expected: [
        row('log_link_visit_action', 'search', of(who), requirement, {
          'idaction_name.name': holds(words.join(' '), requirement),
          'idaction_name.type': holds(type, requirement),
        }),
      ],
      absent: [],
    };
  },
};
