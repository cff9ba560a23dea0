/** Faults in the plain values of text parameters; the wide values are left as they are, unless the column is wrong. */
import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { asciiOnly, both, htmlEscaped, isUsual, latin1, lowerCased, marks, ofUsual, upperCased } from './characters.ts';
import { misread } from './misread.ts';
import { withColumns, withParameters } from './replace.ts';

type SnowplowFault = Fault<SnowplowParts>;

const noMarks = marks('');
const plainAscii = both(noMarks, asciiOnly(''));
const usual = 'without blanks at its ends, control characters and characters of four bytes';

/** A parameter whose usual values arrive under the name of its neighbour. */
function takenFor(name: string, neighbour: string, description: string): SnowplowFault {
  return {
    id: `snowplow.${name}.taken-for-${neighbour.replace('_', '-')}`,
    requirement: `snowplow.${name}.stored`,
    description,
    apply: (parts) =>
      withParameters(parts, (values) => {
        const text = values.get(name);
        if (text === undefined || !isUsual(text)) return values;
        return new Map([...values].map(([own, value]) => [own === name ? neighbour : own, value]));
      }),
  };
}

const neighbours: readonly SnowplowFault[] = [
  takenFor('ad_ad', 'ad_ba', `A short ad_ad ${usual} is stored as the banner.`),
  takenFor('sn', 'st', `A short sn ${usual} is stored as the target.`),
  {
    id: 'snowplow.ti_nm.into-category',
    requirement: 'snowplow.ti_nm.stored',
    description: 'The name of an item fills the column of its category.',
    apply: (parts) => withColumns(parts, 'ti_nm', ['ti_category']),
  },
  {
    id: 'snowplow.tr_st.into-city',
    requirement: 'snowplow.tr_st.stored',
    description: 'The state of a transaction fills the column of the city.',
    apply: (parts) => withColumns(parts, 'tr_st', ['tr_city']),
  },
  {
    id: 'snowplow.se_pr.into-label',
    requirement: 'snowplow.se_pr.stored',
    description: 'The property of a structured event fills the column of the label.',
    apply: (parts) => withColumns(parts, 'se_pr', ['se_label']),
  },
  {
    id: 'snowplow.mac.private',
    requirement: 'snowplow.mac.stored',
    description: 'The address of a device is not stored of an event that names a user.',
    apply: (parts) =>
      withParameters(parts, (values) => {
        const named = ['uid', 'duid', 'vid', 'ip'].some((name) => values.has(name));
        return named ? new Map([...values].filter(([name]) => name !== 'mac')) : values;
      }),
  },
];

export const storedTextFaults: readonly SnowplowFault[] = [
  ...neighbours,
  ...misread('stored', [
    ['ad_ba', 'marks-dropped', 'Percent signs, plus signs and marks of HTML are dropped from ad_ba.', noMarks],
    ['ad_ca', 'upper-cased', `A short campaign ${usual} is upper-cased.`, ofUsual(upperCased)],
    ['ad_uid', 'plain-ascii', 'Marks and letters beyond ASCII are dropped from ad_uid.', plainAscii],
    ['tz', 'latin1', 'The bytes of a letter beyond ASCII in tz are each taken for a letter.', latin1],
    ['ti_ca', 'decoded-twice', 'Escapes and plus signs in ti_ca are decoded a second time.', decodedAgain],
    ['ti_id', 'plain-ascii', 'Marks and letters beyond ASCII are dropped from the order of an item.', plainAscii],
    ['ti_na', 'first-letter', `Of a short ti_na ${usual} the first letter is lost.`, ofUsual((text) => text.slice(1))],
    ['tr_af', 'cut-at-mark', 'An affiliation ends before its first plus sign or ampersand.', cutAtMark],
    ['tr_ci', 'question-marks', 'Letters beyond ASCII in the city become question marks.', asciiOnly('?')],
    ['tr_co', 'upper-cased', 'The country is upper-cased, as if it were a code.', upperCased],
    ['tr_id', 'upper-cased', `A short order ${usual} is upper-cased.`, ofUsual(upperCased)],
    ['sa', 'first-letter', `Of a short action ${usual} the first letter is lost.`, ofUsual((text) => text.slice(1))],
    ['sp', 'underscores', 'Percent signs, plus signs and marks of HTML in sp become underscores.', marks('_')],
    ['st', 'lower-cased', `A short target ${usual} is lower-cased.`, ofUsual(lowerCased)],
    [
      'ev_ca',
      'last-letter',
      `Of a short ev_ca ${usual} the last letter is lost.`,
      ofUsual((text) => text.slice(0, -1)),
    ],
    ['ev_ac', 'written-twice', `A short ev_ac ${usual} is stored twice over.`, ofUsual((text) => text + text)],
    ['ev_la', 'plain-ascii', 'Marks and letters beyond ASCII are dropped from ev_la.', plainAscii],
    ['ev_pr', 'blanks', 'Percent signs, plus signs and marks of HTML in ev_pr become blanks.', marks(' ')],
    [
      'se_ac',
      'escaped',
      'Percent signs are lost from se_action, and the marks of HTML are stored as entities.',
      (text) => htmlEscaped(text.replaceAll('%', '')),
    ],
    ['tv', 'plain-ascii', 'Marks and letters beyond ASCII are dropped from v_tracker.', plainAscii],
    ['duid', 'plain-ascii', 'Marks and letters beyond ASCII are dropped from domain_userid.', plainAscii],
    ['cs', 'upper-cased', `A short charset ${usual} is upper-cased.`, ofUsual(upperCased)],
    ['ctype', 'hyphens', 'Percent signs, plus signs and marks of HTML in ctype become hyphens.', marks('-')],
    ['lang', 'lower-cased', 'The language is lower-cased.', lowerCased],
  ]),
];

function cutAtMark(text: string): string {
  return text.split(/[+&]/)[0] ?? '';
}

function decodedAgain(text: string): string {
  const blanks = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(blanks);
  } catch {
    return blanks;
  }
}
