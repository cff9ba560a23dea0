/** Visits that begin or end with what is no page of the site. */
import { type Probe, questions } from '../ledger/probe.ts';
import { actOf } from '../request/act.ts';
import { requestsOf } from '../request/chain.ts';
import { page, viewing } from '../request/page.ts';
import { person } from '../request/person.ts';
import { titled, titleOf } from '../request/titled.ts';
import { holds, mayHold, refersToNothing } from '../row/cells.ts';
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

/** A search has a text all the same. */
const begunBySearch: Probe = (identity, target) => {
  const who = person(0, identity);
  const act = actOf('search', 0, identity);
  const text = act.texts[0]?.name ?? null;
  return {
    requests: requestsOf([{ who, at: identity.clock(0), pairs: act.pairs }], target),
    expected: [
      row('log_visit', 'visit', of(who), entry, {
        visit_entry_idaction_url: refersToNothing(entry),
        'visit_entry_idaction_name.name': holds(text, entry),
        'visit_exit_idaction_name.name': holds(text, exit),
      }),
    ],
  };
};

const begunByEvent: Probe = (identity, target) => {
  const who = person(0, identity);
  const pairs = [...actOf('event', 0, identity).pairs, ['e_n', 'name'] as const];
  return {
    requests: requestsOf([{ who, at: identity.clock(0), pairs }], target),
    expected: [
      row('log_visit', 'visit', of(who), entry, {
        visit_entry_idaction_url: refersToNothing(entry),
        visit_entry_idaction_name: refersToNothing(entry),
      }),
    ],
  };
};

/** The last page bears no title: that of the page before may stay. */
const endedUntitled: Probe = (identity, target) => {
  const who = person(0, identity);
  const at = identity.clock(0);
  const title = titleOf(0, identity);
  return {
    requests: requestsOf(
      [
        { who, at, pairs: [...viewing(page(0, identity)), ...titled(title)] },
        { who, at: at + 60, pairs: viewing(page(1, identity)) },
      ],
      target,
    ),
    expected: [
      row('log_visit', 'visit', of(who), exit, {
        'visit_exit_idaction_name.name': mayHold('piwik.untitled-exit', { kept: title, none: null }, exit),
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
    'begun by a search': begunBySearch,
    'begun by an event': begunByEvent,
    'ended by a search': endedBySearch,
    'ended without a title': endedUntitled,
  },
});
