/** Visits that begin or end with what is no page of the site. */
import { type Probe, questions } from '../ledger/probe.ts';
import { actOf } from '../request/act.ts';
import { requestsOf } from '../request/chain.ts';
import { page, viewing } from '../request/page.ts';
import { person } from '../request/person.ts';
import { holds, refersToNothing } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';

const entry = 'piwik.visit.entry';
const exit = 'piwik.visit.exit';

function begunBy(kind: 'outlink' | 'download'): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const act = actOf(kind, 0, identity);
    return {
      requests: requestsOf([{ who, at: identity.clock(0), pairs: act.pairs }], target),
      expected: [
        row('log_visit', 'visit', of(who), entry, {
          'visit_entry_idaction_url.name': holds(act.texts[0]?.name ?? null, entry),
        }),
      ],
    };
  };
}

/** A search has no address, so that a visit that ends with one ends on no page. */
const endedBySearch: Probe = (identity, target) => {
  const who = person(0, identity);
  const before = page(0, identity);
  const at = identity.clock(0);
  return {
    requests: requestsOf(
      [
        { who, at, pairs: viewing(before) },
        { who, at: at + 60, pairs: actOf('search', 1, identity).pairs },
      ],
      target,
    ),
    expected: [
      row('log_visit', 'visit', of(who), exit, {
        'visit_entry_idaction_url.name': holds(before.name, entry),
        visit_exit_idaction_url: refersToNothing(exit),
      }),
    ],
  };
};

export const visitEnds = questions({
  id: 'piwik.visit-ends',
  requirements: [entry, exit],
  features: ['site-search'],
  probes: {
    'begun by an outlink': begunBy('outlink'),
    'begun by a download': begunBy('download'),
    'ended by a search': endedBySearch,
  },
});
