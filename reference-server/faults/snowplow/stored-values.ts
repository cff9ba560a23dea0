/** Faults in the plain values of numbers, sizes, flags, codes, addresses and documents. */
import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { misread, readOtherwise } from './misread.ts';
import { withColumns, withParameters, withRow } from './replace.ts';

type SnowplowFault = Fault<SnowplowParts>;

const decimals = (least: number, most: number) => new RegExp(`^-?\\d+\\.\\d{${least},${most}}$`);

/** A change of numbers with so many decimals only. */
function ofDecimals(least: number, most: number, change: (text: string) => string): (text: string) => string {
  const pattern = decimals(least, most);
  return (text) => (pattern.test(text) ? change(text) : text);
}

const flags: readonly SnowplowFault[] = [
  ...misread('stored', [
    ['f_ag', 'always-on', 'Any text in f_ag, so also 0, switches Silverlight on.', () => '1'],
    ['f_java', 'inverted', 'f_java=1 is stored as false, and 0 as true.', (text) => ({ 0: '1', 1: '0' })[text] ?? text],
    ['f_qt', 'always-off', 'f_qt=1 is stored as false.', (text) => (text === '1' ? '0' : text)],
  ]),
  ...readOtherwise('stored', [
    [
      'f_dir',
      'only-off',
      'f_dir=1 leaves the column NULL.',
      () => (text) => ({ values: [text === '0' ? false : null] }),
    ],
    ['f_pdf', 'only-on', 'f_pdf=0 leaves the column NULL.', () => (text) => ({ values: [text === '1' ? true : null] })],
  ]),
  {
    id: 'snowplow.f_gears.into-java',
    requirement: 'snowplow.f_gears.stored',
    description: 'f_gears fills the column of Java.',
    apply: (parts) => withColumns(parts, 'f_gears', ['br_features_java']),
  },
  {
    id: 'snowplow.f_realp.with-quicktime',
    requirement: 'snowplow.f_realp.stored',
    description: 'RealPlayer is stored as switched off unless QuickTime is switched on.',
    apply: (parts) =>
      withRow(parts, (row) => {
        if (row.br_features_realplayer !== true || row.br_features_quicktime === true) return row;
        return { ...row, br_features_realplayer: false };
      }),
  },
  {
    id: 'snowplow.browser-features.flash-alone',
    requirement: 'snowplow.browser-features.apart',
    description: 'f_wma is not read when Flash is switched on.',
    apply: (parts) =>
      withRow(parts, (row) => (row.br_features_flash === true ? { ...row, br_features_windowsmedia: null } : row)),
  },
];

const mixedUp: readonly SnowplowFault[] = [
  {
    id: 'snowplow.e.hyphens',
    requirement: 'snowplow.e.stored',
    description: 'Of an event with a time zone the name is written with a hyphen, such as page-view.',
    apply: (parts) =>
      withRow(parts, (row) => {
        if (typeof row.event !== 'string' || typeof row.os_timezone !== 'string') return row;
        return { ...row, event: row.event.replaceAll('_', '-') };
      }),
  },
  {
    id: 'snowplow.ip.distrusted',
    requirement: 'snowplow.ip.stored',
    description: 'ip is not believed of an event that names a user by uid or duid.',
    apply: (parts) =>
      withParameters(parts, (values) => {
        if (!values.has('uid') && !values.has('duid')) return values;
        return new Map([...values].filter(([name]) => name !== 'ip'));
      }),
  },
  {
    id: 'snowplow.refr.no-query',
    requirement: 'snowplow.refr.stored',
    description: 'page_referrer ends before the question mark; the columns of its parts are right.',
    apply: (parts) =>
      withRow(parts, (row) => ({
        ...row,
        page_referrer: row.page_referrer ? String(row.page_referrer).replace(/\?.+/, '') : null,
      })),
  },
];

/** The nearest number a byte with a sign can hold. */
const signedByte = (text: string) => String((Number(text) << 24) >> 24);

export const storedValueFaults: readonly SnowplowFault[] = [
  ...flags,
  ...mixedUp,
  ...misread('stored', [
    [
      'p',
      'personal-computers',
      'The platforms tv, cnsl, iot, srv and app are all stored as pc.',
      (text) => (/^(tv|cnsl|iot|srv|app)$/.test(text) ? 'pc' : text),
    ],
    [
      'tr_sh',
      'one-decimal',
      'The second decimal of the costs of shipping is cut off.',
      ofDecimals(2, 2, (text) => text.slice(0, -1)),
    ],
    [
      'tr_tx',
      'no-sign',
      'A tax without an exponent loses its sign.',
      (text) => (/^-\d+(\.\d{1,2})?$/.test(text) ? text.slice(1) : text),
    ],
    [
      'se_va',
      'two-decimals',
      'A value with three to six decimals is cut to two.',
      ofDecimals(3, 6, (text) => text.replace(/(\.\d\d).*/, '$1')),
    ],
    [
      'ev_va',
      'whole',
      'The decimals of ev_va are cut off, unless there are more than six.',
      ofDecimals(1, 6, (text) => text.replace(/\..*/, '')),
    ],
    [
      'ti_qu',
      'at-least-none',
      'A quantity below zero is stored as zero.',
      (text) => (/^-\d+$/.test(text) ? '0' : text),
    ],
    [
      'pp_may',
      'no-sign',
      'pp_may loses its sign.',
      (text) => (/^-\d+$/.test(text) && text !== '-2147483648' ? text.slice(1) : text),
    ],
    [
      'cd',
      'signed-byte',
      'The depth of colours is kept in a byte with a sign.',
      (text) => (/^-?\d+$/.test(text) ? signedByte(text) : text),
    ],
    [
      'vp',
      'at-most-ten-thousand',
      'A side of the viewport of five digits or more is stored as 9999.',
      (text) => text.replace(/\d{5,}/g, '9999'),
    ],
    ['ue_pr', 'upper-cased', 'Texts on the first level of the properties are upper-cased.', upperCasedTexts],
  ]),
  ...readOtherwise('stored', [
    [
      'pp_max',
      'sixteen-bits',
      'pp_max is kept in 16 bits with a sign.',
      (sound) => (text, place) => {
        const reading = sound(text, place);
        return 'fault' in reading ? reading : { values: reading.values.map((value) => (Number(value) << 16) >> 16) };
      },
    ],
    [
      'pp_miy',
      'above-zero',
      'A pp_miy that is not above zero leaves the column NULL.',
      (sound) => (text, place) => {
        const reading = sound(text, place);
        return 'fault' in reading
          ? reading
          : { values: reading.values.map((value) => (Number(value) > 0 ? value : null)) };
      },
    ],
    [
      'ds',
      'sixteen-bits',
      'Width and height of the page are kept in 16 bits.',
      (sound) => (text, place) => {
        const reading = sound(text, place);
        return 'fault' in reading ? reading : { values: reading.values.map((value) => Number(value) & 0xffff) };
      },
    ],
  ]),
];

function upperCasedTexts(text: string): string {
  try {
    const all = Object.entries(JSON.parse(text) as Record<string, unknown>);
    if (!all.some(([, value]) => typeof value === 'string')) return text;
    return JSON.stringify(
      Object.fromEntries(all.map(([name, value]) => [name, typeof value === 'string' ? value.toUpperCase() : value])),
    );
  } catch {
    return text;
  }
}
