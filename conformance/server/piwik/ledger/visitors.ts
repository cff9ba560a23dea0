/** Questions about values of a visitor that are not as they should be. */
import type { LedgerId, RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import type { ExpectedColumn, StoredValue } from '../../model.ts';
import { get, type Pairs, wireOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { anonymous, hitOf, type Person, person } from '../request/person.ts';
import { timeOfDay } from '../request/time.ts';
import { mayHold } from '../row/cells.ts';
import { of, on, row } from '../row/rows.ts';
import { maybe, type Probe, questions } from './probe.ts';

const DAY = 86_400;
const TWENTY_YEARS = 7300;

/** What one page view with `pairs` stores in a column of its visit. */
function columnOf(
  requirement: RequirementId,
  [ledger, column]: readonly [ledger: LedgerId, column: string],
  asks: (who: Person, now: number) => { pairs: Pairs; answers: Readonly<Record<string, StoredValue>> },
): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const at = identity.clock(0);
    const { pairs, answers } = asks(who, at);
    const cell: ExpectedColumn = mayHold(ledger, answers, requirement);
    return {
      requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ...pairs], at))],
      expected: [row('log_visit', 'visit', of(who), requirement, { [column]: cell })],
    };
  };
}

/** An id with a first character that is no digit; read digit by digit it would begin with 0. */
function malformed(name: '_id' | 'cid', ledger: LedgerId): Probe {
  return (identity, target) => {
    if (name === 'cid' && target.token === undefined) return undefined;
    const who = anonymous(person(0, identity));
    const rest = identity.visitor(0).slice(1);
    const shown = page(0, identity);
    const requirement = `piwik.${name}.stored` as const;
    return {
      requests: [get(hitOf(who, target, [...viewing(shown), [name, `g${rest}`]]))],
      expected: [
        maybe(['log_link_visit_action', 'action', on(shown)], requirement, {
          ledger,
          stored: ['lenient', 'ignored'],
          absent: 'refused',
        }),
        maybe(['log_visit', 'read as 0', { idvisitor: `0${rest}` }], requirement, {
          ledger,
          stored: 'lenient',
          absent: ['ignored', 'refused'],
        }),
      ],
    };
  };
}

const unreadableAddress: Probe = (identity, target) => {
  if (target.token === undefined) return undefined;
  const who = { ...person(0, identity), address: '300.1.2' };
  const ledger = 'piwik.unreadable-address';
  return {
    requests: [get(hitOf(who, target, viewing(page(0, identity))))],
    expected: [
      maybe(['log_visit', 'visit', of(who)], 'piwik.cip.stored', {
        ledger,
        stored: ['ignored', 'zero'],
        absent: 'refused',
      }),
      maybe(['log_visit', 'zero', { ...of(who), location_ip: '0.0.0.0' }], 'piwik.cip.stored', {
        ledger,
        stored: 'zero',
        absent: ['ignored', 'refused'],
      }),
    ],
  };
};

const unreadableTime: Probe = (identity, target) => {
  if (target.token === undefined) return undefined;
  const who = person(0, identity);
  const ledger = 'piwik.unreadable-time';
  const read = { ...of(who), visit_first_action_time: '2000-09-10 00:00:00' };
  return {
    requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ['cdt', wireOf('10 September 2000')]]))],
    expected: [
      maybe(['log_visit', 'visit', of(who)], 'piwik.cdt.stored', {
        ledger,
        stored: ['ignored', 'lenient'],
        absent: 'refused',
      }),
      maybe(['log_visit', 'read', read], 'piwik.cdt.stored', {
        ledger,
        stored: 'lenient',
        absent: ['ignored', 'refused'],
      }),
    ],
  };
};

const unknownAgent: Probe = (identity, target) => {
  const who = person(0, identity);
  return {
    requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ['ua', wireOf('Nobodyknows/1.0')]]))],
    expected: [
      maybe(['log_visit', 'unknown', { ...of(who), config_browser_name: 'UNK' }], 'piwik.user-agent.browser', {
        ledger: 'piwik.unknown-user-agent',
        stored: 'unknown',
        absent: 'other',
      }),
    ],
  };
};

export const visitorQuestions = questions({
  id: 'piwik.ledger-visitors',
  requirements: [
    'piwik._id.stored',
    'piwik.cid.stored',
    'piwik.cip.stored',
    'piwik.cdt.stored',
    'piwik.user-agent.browser',
    'piwik.res.stored',
    'piwik.lang.wide',
    'piwik.country.stored',
    'piwik.lat.wide',
    'piwik.h.stored',
    'piwik._idts.wide',
  ],
  probes: {
    'malformed _id': malformed('_id', 'piwik.malformed-visitor-id'),
    'malformed cid': malformed('cid', 'piwik.malformed-cid'),
    'unreadable address': unreadableAddress,
    'unreadable time': unreadableTime,
    'unknown agent': unknownAgent,
    'sign of resolution': columnOf('piwik.res.stored', ['piwik.resolution-sign', 'config_resolution'], () => ({
      pairs: [['res', wireOf('320×480')]],
      answers: { 'as-sent': '320×480', dropped: 'unknown' },
    })),
    'language in capitals': columnOf(
      'piwik.lang.wide',
      ['piwik.language-not-normalised', 'location_browser_lang'],
      ({ language }) => ({
        pairs: [['lang', wireOf(language.replace('fr-fr', 'FR-CH'))]],
        answers: {
          'as-sent': language.replace('fr-fr', 'FR-CH'),
          normalised: language.replace('fr-fr', 'fr-ch'),
        },
      }),
    ),
    ...withToken({
      'country in capitals': columnOf(
        'piwik.country.stored',
        ['piwik.country-not-checked', 'location_country'],
        // The language tells France, and what is no country code is left out.
        () => ({ pairs: [['country', 'DE']], answers: { 'as-sent': 'DE', 'lower-cased': 'de', dropped: 'fr' } }),
      ),
      'zero degrees': columnOf('piwik.lat.wide', ['piwik.zero-coordinates', 'location_latitude'], () => ({
        pairs: [['lat', '0']],
        answers: { stored: '0', ignored: null },
      })),
      'hour 25': columnOf('piwik.h.stored', ['piwik.local-time-out-of-range', 'visitor_localtime'], (_who, now) => ({
        pairs: [
          ['h', '25'],
          ['m', '10'],
          ['s', '20'],
        ],
        answers: {
          'time-column': '25:10:20',
          server: `${timeOfDay(now).slice(0, 2)}:10:20`,
          midnight: '00:00:00',
          clamped: '23:10:20',
        },
      })),
      'twenty years ago': columnOf(
        'piwik._idts.wide',
        ['piwik.visitor-time-limits', 'visitor_days_since_first'],
        (_who, now) => ({
          pairs: [['_idts', String(now - TWENTY_YEARS * DAY)]],
          answers: { zero: 0, computed: TWENTY_YEARS },
        }),
      ),
    }),
  },
});

/** Questions that only a token lets put. */
function withToken(probes: Readonly<Record<string, Probe>>): Record<string, Probe> {
  return Object.fromEntries(
    Object.entries(probes).map(([name, probe]): [string, Probe] => [
      name,
      (identity, target) => (target.token === undefined ? undefined : probe(identity, target)),
    ]),
  );
}
