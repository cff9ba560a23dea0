/** Questions about values that only a token lets a request send, or whose answer needs a known time. */
import { needsToken } from '../obstacle.ts';
import { get, wireOf } from '../request/hit.ts';
import { page, viewing } from '../request/page.ts';
import { hitOf, person } from '../request/person.ts';
import { holds } from '../row/cells.ts';
import { of, row } from '../row/rows.ts';
import { clocks } from './clocks.ts';
import { maybe, type Probe, questions } from './probe.ts';
import { columnOf, malformed, short } from './visit-column.ts';

const DAY = 86_400;
const TWENTY_YEARS = 7300;

const unreadableAddress: Probe = (identity, target) => {
  const who = { ...person(0, identity), address: '20.1.2' };
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

/** A time that no clock shows; `lenient` is what some servers make of it. */
function unreadableTime(sent: string, lenient: string): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const ledger = 'piwik.unreadable-time';
    const read = { ...of(who), visit_first_action_time: lenient };
    return {
      requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ['cdt', wireOf(sent)]]))],
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
}

/** A time that can be told, but is not written as the document does. */
function otherTime(sent: string, read: string): Probe {
  return (identity, target) => {
    const who = person(0, identity);
    const ledger = 'piwik.time-spelling';
    return {
      requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ['cdt', wireOf(sent)]]))],
      expected: [
        maybe(['log_visit', 'visit', of(who)], 'piwik.cdt.stored', {
          ledger,
          stored: ['read', 'ignored'],
          absent: 'refused',
        }),
        maybe(['log_visit', 'read', { ...of(who), visit_first_action_time: read }], 'piwik.cdt.stored', {
          ledger,
          stored: 'read',
          absent: ['ignored', 'refused'],
        }),
      ],
    };
  };
}

/** Known by its bytes, and written as an address of that kind. */
const mappedAddress: Probe = (identity, target) => {
  const who = { ...person(0, identity), address: '::ffff:20.1.2.3' };
  const requirement = 'piwik.cip.stored';
  return {
    requests: [get(hitOf(who, target, viewing(page(0, identity))))],
    expected: [row('log_visit', 'visit', of(who), requirement, { location_ip: holds(who.address, requirement) })],
  };
};

/** No place on earth, but the column keeps it; what it is cut to is not asked. */
const fourDigits: Probe = (identity, target) => {
  const who = person(0, identity);
  const requirement = 'piwik.lat.wide';
  return {
    requests: [get(hitOf(who, target, [...viewing(page(0, identity)), ['lat', '1234.5'], ['long', '-1234.5']]))],
    expected: [
      row('log_visit', 'visit', of(who), requirement, {
        location_latitude: holds('1234.5', requirement),
        location_longitude: holds('-1234.5', requirement),
      }),
    ],
  };
};

export const privilegedQuestions = questions({
  id: 'piwik.ledger-privileged',
  requirements: [
    'piwik.cid.stored',
    'piwik.cip.stored',
    'piwik.cdt.stored',
    'piwik.country.stored',
    'piwik.region.stored',
    'piwik.lat.wide',
    'piwik.h.stored',
    'piwik._idts.wide',
  ],
  obstacle: needsToken,
  probes: {
    'malformed cid': malformed('cid', 'piwik.malformed-cid'),
    'short cid': short('cid', 'piwik.malformed-cid'),
    'unreadable address': unreadableAddress,
    'unreadable time': unreadableTime('10 September 2000', '2000-09-10 00:00:00'),
    'second that is none': unreadableTime('2014-02-27 12:00:60', '2014-02-27 12:01:00'),
    'hour that is none': unreadableTime('2014-02-27 24:00:00', '2014-02-28 00:00:00'),
    'time that is text': unreadableTime('at 2014-02-27 12:00:00', '2014-02-27 12:00:00'),
    'text behind a time': unreadableTime('2014-02-27 12:00:00 or so', '2014-02-27 12:00:00'),
    'without seconds': otherTime('2014-02-27 13:14', '2014-02-27 13:14:00'),
    'with T and Z': otherTime('2014-02-27T13:14:15Z', '2014-02-27 13:14:15'),
    'with UTC': otherTime('2014-02-27 13:14:15 UTC', '2014-02-27 13:14:15'),
    'without zeros': otherTime(' 2014-2-7  3:14:15 ', '2014-02-07 03:14:15'),
    'day alone': otherTime('2014-02-27', '2014-02-27 00:00:00'),
    'IPv4 within IPv6': mappedAddress,
    'day that is none': unreadableTime('2014-02-30 12:00:00', '2014-03-02 12:00:00'),
    'month that is none': unreadableTime('2014-13-05 12:00:00', '2015-01-05 12:00:00'),
    'minute that is none': unreadableTime('2014-02-27 12:75:00', '2014-02-27 13:15:00'),
    'year that is none': unreadableTime('253402300800', '10000-01-01 00:00:00'),
    'country in capitals': columnOf(
      'piwik.country.stored',
      ['piwik.country-not-checked', 'location_country'],
      // The language tells France, and what is no country code is left out.
      () => ({ pairs: [['country', 'DE']], answers: { 'as-sent': 'DE', 'lower-cased': 'de', dropped: 'fr' } }),
    ),
    'region with a blank': columnOf('piwik.region.stored', ['piwik.blanks-of-codes', 'location_region'], () => ({
      pairs: [['region', wireOf('A ')]],
      answers: { trimmed: 'A', kept: 'A ' },
    })),
    'zero degrees': columnOf('piwik.lat.wide', ['piwik.zero-coordinates', 'location_latitude'], () => ({
      pairs: [['lat', '0']],
      answers: { stored: '0', ignored: null },
    })),
    'four digits of degrees': fourDigits,
    'five digits of degrees': columnOf('piwik.lat.wide', ['piwik.number-range', 'location_latitude'], () => ({
      pairs: [['lat', '12345.5']],
      answers: { nearest: '9999.999999', kept: '12345.5', missing: null },
    })),
    'five digits below zero': columnOf('piwik.lat.wide', ['piwik.number-range', 'location_latitude'], () => ({
      pairs: [['lat', '-12345.5']],
      answers: { nearest: '-9999.999999', kept: '-12345.5', missing: null },
    })),
    ...clocks,
    'ten years ago': columnOf(
      'piwik._idts.wide',
      ['piwik.visitor-time-limits', 'visitor_days_since_first'],
      (_who, now) => ({
        pairs: [['_idts', String(now - 3650 * DAY)]],
        answers: { zero: 0, computed: 3650 },
      }),
    ),
    'a day ahead': columnOf(
      'piwik._idts.wide',
      ['piwik.visitor-time-limits', 'visitor_days_since_first'],
      (_who, now) => ({ pairs: [['_idts', String(now + DAY)]], answers: { zero: 0, computed: -1 } }),
    ),
    'an order of this moment': columnOf(
      'piwik._idts.wide',
      ['piwik.visitor-time-limits', 'visitor_returning'],
      (_who, now) => ({ pairs: [['_ects', String(now)]], answers: { zero: 2, computed: 2 } }),
    ),
    'twenty years ago': columnOf(
      'piwik._idts.wide',
      ['piwik.visitor-time-limits', 'visitor_days_since_first'],
      (_who, now) => ({
        pairs: [['_idts', String(now - TWENTY_YEARS * DAY)]],
        answers: { zero: 0, computed: TWENTY_YEARS },
      }),
    ),
  },
});
