/** Questions about what is one visit, and when it ends. */
import type { Experiment } from '../../model.ts';
import { needsToken } from '../obstacle.ts';
import { requestsOf } from '../request/chain.ts';
import { page, viewing } from '../request/page.ts';
import { anonymous, person } from '../request/person.ts';
import { dateTime } from '../request/time.ts';
import { mayHold, notNegative } from '../row/cells.ts';
import { of, on, row } from '../row/rows.ts';
import { maybe, type Probe, questions } from './probe.ts';

const recorded = 'piwik.visit.action-recorded';
const TWO_HOURS = 7200;

const newVisitValue: Probe = (identity, target) => {
  const who = person(0, identity);
  const at = identity.clock(0);
  const second = page(1, identity);
  const begun = { ...of(who), 'visit_entry_idaction_url.name': second.name };
  return {
    requests: requestsOf(
      [
        { who, at, pairs: viewing(page(0, identity)) },
        { who, at: at + 60, pairs: [...viewing(second), ['new_visit', '2']] },
      ],
      target,
    ),
    expected: [
      maybe(['log_visit', 'second visit', begun], recorded, {
        ledger: 'piwik.new-visit-values',
        stored: 'any-number',
        absent: 'only-1',
      }),
    ],
  };
};

const outOfOrder: Probe = (identity, target) => {
  const who = person(0, identity);
  const at = identity.clock(0);
  return {
    requests: requestsOf(
      [
        { who, at, pairs: viewing(page(0, identity)) },
        { who, at: at - 60, pairs: viewing(page(1, identity)) },
      ],
      target,
    ),
    expected: [
      row('log_visit', 'visit', of(who), recorded, {
        visit_last_action_time: mayHold(
          'piwik.out-of-order',
          { backwards: dateTime(at - 60), kept: dateTime(at) },
          recorded,
        ),
        visit_total_time: notNegative(recorded),
      }),
      row('log_link_visit_action', 'late', on(page(1, identity)), recorded, {
        time_spent_ref_action: notNegative(recorded),
      }),
    ],
  };
};

const cookieFlag: Probe = (identity, target) => {
  const who = anonymous(person(0, identity));
  const at = identity.clock(0);
  const second = page(1, identity);
  return {
    requests: requestsOf(
      [
        { who, at, pairs: [...viewing(page(0, identity)), ['cookie', '1']] },
        { who, at: at + 60, pairs: [...viewing(second), ['cookie', '0']] },
      ],
      target,
    ),
    expected: [
      maybe(['log_visit', 'second visit', { 'visit_entry_idaction_url.name': second.name }], recorded, {
        ledger: 'piwik.cookie-parameter',
        stored: 'configuration',
        absent: 'stored',
      }),
    ],
  };
};

const earlierConfiguration: Probe = (identity, target) => {
  const who = person(0, identity);
  const at = identity.clock(0);
  const later = page(1, identity);
  return {
    requests: requestsOf(
      [
        { who, at, pairs: viewing(page(0, identity)) },
        { who: anonymous(who), at: at + TWO_HOURS, pairs: viewing(later) },
      ],
      target,
    ),
    expected: [
      row('log_link_visit_action', 'first', on(page(0, identity)), recorded),
      maybe(['log_link_visit_action', 'known again', { ...of(who), ...on(later) }], recorded, {
        ledger: 'piwik.configuration-scope',
        stored: 'ever',
        absent: 'window',
      }),
    ],
  };
};

const twoAtOnce: Probe = (identity, target) => {
  const who = person(0, identity);
  const at = identity.clock(0);
  const seen = [page(0, identity), page(1, identity)];
  return {
    atOnce: true,
    requests: requestsOf(
      seen.map((shown) => ({ who, at, pairs: viewing(shown) })),
      target,
    ),
    expected: [
      ...seen.map((shown, index) => row('log_link_visit_action', `action ${index}`, on(shown), recorded)),
      {
        ...row('log_visit', 'visit', of(who), recorded),
        copies: { ledger: 'piwik.one-visitor-at-once', sent: 2, each: 'two', one: 'one' },
      },
    ],
  };
};

export const visitQuestions: Experiment<{ question: string }> = questions({
  id: 'piwik.ledger-visits',
  requirements: [recorded],
  obstacle: needsToken,
  probes: {
    'new_visit=2': newVisitValue,
    'out of order': outOfOrder,
    'cookie flag': cookieFlag,
    'earlier configuration': earlierConfiguration,
    'two at once': twoAtOnce,
  },
});
