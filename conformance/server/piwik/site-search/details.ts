/** Searches told by the address of a page, with what else stands in it. */
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import { numberOf } from '../draw/constants.ts';
import { type Probe, questions } from '../ledger/probe.ts';
import { get, type Pairs } from '../request/hit.ts';
import { page } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { holds, mayHold } from '../row/cells.ts';
import { type Columns, of, row } from '../row/rows.ts';

const count = 'piwik.site-search.count-read';
const first = 'piwik.site-search.first-given';
const charset = 'piwik.site-search.page-charset';
const type = numberOf('action-type', 'siteSearch');

/** One page view; `wire` is what follows its address, escaped as a value of `url`. */
function searched(requirement: RequirementId, wire: string, columns: Columns, more: Pairs = []): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const url = `${encodeURIComponent(page(0, identity).url)}${wire}`;
    return {
      requests: [get(hitOf(who, target, [['url', url], ...more]))],
      expected: [
        row('log_link_visit_action', 'search', of(who), requirement, {
          'idaction_name.type': holds(type, requirement),
          ...columns,
        }),
      ],
    };
  };
}

function word(text: string): Columns {
  return { 'idaction_name.name': holds(text, first) };
}

function results(text: string | null): Columns {
  return { custom_var_v5: holds(text, count) };
}

/** `é` in Latin-1, as the page wrote it: another tracker may store what it could not read. */
const latin: Columns = {
  'idaction_name.name': mayHold('piwik.page-charset', { 're-encoded': 'café', ignored: 'caf\ufffd' }, charset),
};

export const searchDetails = questions({
  id: 'piwik.site-search-details',
  requirements: [count, first, charset],
  features: ['site-search'],
  probes: {
    'count in the address': searched(count, '%3Fq%3Dshoes%26search_count%3D17', results('17')),
    'count that is none': searched(count, '%3Fq%3Dshoes%26search_count%3Dmany', results(null)),
    'count below nothing': searched(count, '', results(null), [
      ['search', 'shoes'],
      ['search_count', '-1'],
    ]),
    'no count': searched(count, '%3Fq%3Dshoes', { ...results(null), custom_var_v4: holds(null, count) }),
    'count and more': searched(count, '%3Fq%3Dshoes%26search_count%3D17x', results(null)),
    'empty one first': searched(first, '%3Fq%3D%26query%3Dboots', word('boots')),
    'one that is no pair': searched(first, '%3Fq%26query%3Dboots', word('boots')),
    'in the fragment': searched(first, '%23q%3Dboots', word('boots')),
    'in capitals': searched(first, '%3FQ%3Dboots', word('boots')),
    'of a list': searched(first, '%3Fq%5B%5D%3Dboots%26q%5B%5D%3Dshoes', word('boots')),
    'of an escaped list': searched(first, '%3Fq%255B%255D%3Dboots%26q%255B%255D%3Dshoes', word('boots')),
    'repeated name': searched(first, '%3Fq%3Dboots%26q%3Dshoes', {
      'idaction_name.name': mayHold('piwik.repeated-parameter', { last: 'shoes', first: 'boots' }, first),
    }),
    'nothing to read it with': searched(charset, '%3Fq%3Dcaf%25E9', {}, [['cs', 'no-such-set']]),
    'other character set': searched(charset, '%3Fq%3Dcaf%25E9', latin, [['cs', 'iso-8859-1']]),
    'unknown character set': searched(
      charset,
      '%3Fq%3Dcaf%25C3%25A9',
      { 'idaction_name.name': holds('café', charset) },
      [['cs', 'no-such-set']],
    ),
  },
});
