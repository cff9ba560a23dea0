/** Faults in the less usual values of text parameters: blanks at an end, four bytes, control characters, great length. */
import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { astralBy, both, controlsBy, cut, endsAtControl, isUsual, trimmed } from './characters.ts';
import { type Misreading, misread, readOtherwise } from './misread.ts';

type Change = (text: string) => string;

const basicPlane = astralBy('');
const questionMarks = astralBy('?');
const unprintable = both(astralBy('\ufffd'), controlsBy('\ufffd'));
const noControls = both(trimmed, controlsBy(' '));
/** As a database does with a column that is too narrow, and cannot hold four bytes. */
const narrow = (length: number) => both(basicPlane, cut(length));
const fixedLength = (length: number) => both(trimmed, cut(length));
const endsEarly = (length: number) => both(endsAtControl, cut(length));

const changes: readonly Misreading<Change>[] = [
  [
    'ad_ad',
    'trimmed',
    'Blanks at the ends of ad_ad are dropped, and so are characters of four bytes.',
    both(trimmed, basicPlane),
  ],
  ['ad_ba', 'narrow', 'ad_ba is cut to 64 characters and loses those of four bytes.', narrow(64)],
  ['ad_ca', 'fixed-length', 'ad_ca loses the blanks at its ends and is cut to 100 characters.', fixedLength(100)],
  ['ad_uid', 'ends-early', 'ad_uid ends at its first control character, and after 40 others.', endsEarly(40)],
  ['tz', 'fixed-length', 'The time zone loses the blanks at its ends and is cut to 40 characters.', fixedLength(40)],
  [
    'ti_ca',
    'unprintable',
    'Control characters and those of four bytes in the category become replacement characters.',
    unprintable,
  ],
  ['ti_id', 'narrow', 'The order of an item is cut to 50 characters and loses those of four bytes.', narrow(50)],
  ['ti_na', 'narrow', 'ti_na is cut to 70 characters and loses those of four bytes.', narrow(70)],
  [
    'ti_nm',
    'fixed-length',
    'The name of an item loses the blanks at its ends and is cut to 128 characters.',
    fixedLength(128),
  ],
  ['ti_sk', 'ends-early', 'An SKU ends at its first control character, and after 64 others.', endsEarly(64)],
  [
    'tr_af',
    'no-controls',
    'An affiliation loses the blanks at its ends, and control characters become blanks.',
    noControls,
  ],
  ['tr_ci', 'narrow', 'A city is cut to 90 characters and loses those of four bytes.', narrow(90)],
  ['tr_co', 'fixed-length', 'A country loses the blanks at its ends and is cut to 60 characters.', fixedLength(60)],
  [
    'tr_id',
    'unprintable',
    'Control characters and those of four bytes in an order become replacement characters.',
    unprintable,
  ],
  ['tr_st', 'ends-early', 'A state ends at its first control character, and after 100 others.', endsEarly(100)],
  ['mac', 'narrow', 'The address of a device is cut to 48 characters and loses those of four bytes.', narrow(48)],
  ['sa', 'no-controls', 'An action loses the blanks at its ends, and control characters become blanks.', noControls],
  ['sn', 'narrow', 'A network is cut to 80 characters and loses those of four bytes.', narrow(80)],
  ['sp', 'ends-early', 'A path ends at its first control character, and after 200 others.', endsEarly(200)],
  [
    'st',
    'unprintable',
    'Control characters and those of four bytes in a target become replacement characters.',
    unprintable,
  ],
  [
    'ev_ac',
    'trimmed',
    'Blanks at the ends of ev_ac are dropped, and so are characters of four bytes.',
    both(trimmed, basicPlane),
  ],
  ['ev_ca', 'fixed-length', 'ev_ca loses the blanks at its ends and is cut to 150 characters.', fixedLength(150)],
  ['ev_la', 'ends-early', 'ev_la ends at its first control character, and after 120 others.', endsEarly(120)],
  ['ev_pr', 'no-controls', 'ev_pr loses the blanks at its ends, and control characters become blanks.', noControls],
  ['se_ac', 'narrow', 'se_action is cut to 100 characters and loses those of four bytes.', narrow(100)],
  [
    'se_la',
    'question-marks',
    'Characters of four bytes in se_label become question marks, and blanks at its ends are dropped.',
    both(trimmed, questionMarks),
  ],
  [
    'se_pr',
    'no-controls',
    'se_property loses the blanks at its ends, and control characters become blanks.',
    noControls,
  ],
  [
    'tid',
    'octal',
    'A txn_id of digits that begins with a zero is read as an octal number.',
    (text) => (/^0\d+$/.test(text) ? String(Number.parseInt(text, 8)) : text),
  ],
  [
    'ue_na',
    'narrow',
    'The name of an unstructured event is cut to 64 characters and loses those of four bytes.',
    narrow(64),
  ],
  [
    'duid',
    'question-marks',
    'Characters of four bytes in duid become question marks, and blanks at its ends are dropped.',
    both(trimmed, questionMarks),
  ],
  ['nuid', 'narrow', 'nuid is cut to 36 characters and loses those of four bytes.', narrow(36)],
  ['uid', 'fixed-length', 'uid loses the blanks at its ends and is cut to 128 characters.', fixedLength(128)],
  ['cs', 'ends-early', 'A charset ends at its first control character, and after 50 others.', endsEarly(50)],
  ['page', 'narrow', 'A title is cut to 255 characters and loses those of four bytes.', narrow(255)],
  [
    'aid',
    'unprintable',
    'Control characters and those of four bytes in aid become replacement characters.',
    unprintable,
  ],
];

export const wideTextFaults: readonly Fault<SnowplowParts>[] = [
  ...misread('wide', changes),
  ...readOtherwise('wide', [
    [
      'se_ca',
      'unusual-refused',
      'A category with a blank at an end, a control character, one of four bytes or more than 24 makes a bad row.',
      (sound) => (text, place) => (isUsual(text) ? sound(text, place) : { fault: 'it is unusual' }),
    ],
    [
      'ctype',
      'unusual-lost',
      'A ctype with a blank at an end, a control character, one of four bytes or more than 24 leaves the column NULL.',
      (sound) => (text, place) => (isUsual(text) ? sound(text, place) : { values: [null] }),
    ],
  ]),
];
