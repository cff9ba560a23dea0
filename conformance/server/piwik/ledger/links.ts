/** Questions about columns of an action that could link to a text and do not. */
import { type ActKind, actOf } from '../request/act.ts';
import { get, type Pairs, wireOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { mayHold } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';
import type { Probe } from './probe.ts';

export const linked = 'piwik.action-type.linked';
const action = 'log_link_visit_action';
type Asking = Parameters<Probe>[0];

/** What a column holds that could link to a text and does not. */
function unlinked(column: string, usual: 0 | null, pairs: (identity: Asking) => Pairs): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const answers = { 'piwik-2.0': usual, zero: 0, null: null };
    return {
      requests: [get(hitOf(who, target, pairs(identity)))],
      expected: [
        row(action, 'action', of(who), linked, {
          [column]: mayHold('piwik.nothing-linked', answers, linked),
        }),
      ],
    };
  };
}

function doing(kind: ActKind): (identity: Asking) => Pairs {
  return (identity) => actOf(kind, 0, identity).pairs;
}

/** An address that is none. */
function nowhere(name: 'url' | 'link'): (identity: Asking) => Pairs {
  return (identity) => [[name, wireOf(`nowhere/${page(0, identity).name}`)]];
}

export const linkQuestions: Readonly<Record<string, Probe>> = {
  'page without a title': unlinked('idaction_name', 0, (identity) => viewing(page(0, identity))),
  'page without an address': unlinked('idaction_url', 0, nowhere('url')),
  'outlink without an address': unlinked('idaction_url', 0, nowhere('link')),
  'file without a title': unlinked('idaction_name', null, doing('download')),
  'event without a name': unlinked('idaction_name', null, doing('event')),
  'search without an address': unlinked('idaction_url', null, doing('search')),
};
