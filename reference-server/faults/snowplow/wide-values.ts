/** Faults in the less usual values of numbers, moments, addresses and documents. */
import type { Form } from '../../snowplow/forms/form.ts';
import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { type Misreading, misread, readOtherwise } from './misread.ts';
import { withRow } from './replace.ts';

type SnowplowFault = Fault<SnowplowParts>;

/** A reading that knows nothing of certain texts. */
const nullWhen =
  (pattern: RegExp) =>
  (sound: Form): Form =>
  (text, place) =>
    pattern.test(text) ? { values: place.kinds.map(() => null) } : sound(text, place);

/** More digits than a double keeps pass through one. */
const asDouble = (text: string) => (text.replace(/\D/g, '').length > 15 ? String(Number(text)) : text);

const numbers: readonly Misreading<(sound: Form) => Form>[] = [
  [
    'ti_pr',
    'no-exponent',
    'A price with an exponent, or with a point at its end, makes a bad row.',
    (sound) => (text, place) => (/e|\.$/i.test(text) ? { fault: 'it is not plain' } : sound(text, place)),
  ],
  [
    'tr_sh',
    'double',
    'Costs of shipping pass through a double when they are long, and with a point at their end are NULL.',
    (sound) => nullWhen(/\.$/)((text, place) => sound(asDouble(text), place)),
  ],
  [
    'tr_tt',
    'exponent-ignored',
    'The exponent of a total is ignored, a long total passes through a double, and one with a point at its end is NULL.',
    (sound) => nullWhen(/\.$/)((text, place) => sound(asDouble(text.replace(/e.*/i, '')), place)),
  ],
  ['tr_tx', 'exponent-lost', 'A tax with an exponent, or with a point at its end, is NULL.', nullWhen(/e|\.$/i)],
  ['ev_va', 'exponent-lost', 'An ev_va with an exponent, or with a point at its end, is NULL.', nullWhen(/e|\.$/i)],
  [
    'dtm',
    'unsigned-32-bits',
    'A moment before 1970 or after January 2038 leaves the columns NULL.',
    nullWhen(/^-|^[2-9]\d{12}|^\d{14}/),
  ],
];

/** Another text in the column of an address whose parts are right. */
function written(column: string, change: (address: string) => string): (parts: SnowplowParts) => SnowplowParts {
  return (parts) =>
    withRow(parts, (row) => {
      const address = row[column];
      return typeof address === 'string' ? { ...row, [column]: change(address) } : row;
    });
}

const addresses: readonly SnowplowFault[] = [
  {
    id: 'snowplow.url.escaped',
    requirement: 'snowplow.url.wide',
    description: 'Letters beyond ASCII in page_url are escaped, and a user before the host is cut off.',
    apply: written('page_url', (address) => encodeURI(address.replace(/\/\/[^/@]*@/, '//')).replaceAll('%25', '%')),
  },
  {
    id: 'snowplow.refr.written-anew',
    requirement: 'snowplow.refr.wide',
    description: 'page_referrer is taken apart and written anew, as browsers write addresses.',
    apply: written('page_referrer', (address) => (URL.canParse(address) ? new URL(address).href : address)),
  },
];

export const wideValueFaults: readonly SnowplowFault[] = [
  ...readOtherwise('wide', numbers),
  ...addresses,
  ...misread('wide', [
    ['ip', 'fifteen-characters', 'Of an address only the first 15 characters are stored.', (text) => text.slice(0, 15)],
    [
      'ue_pr',
      'flat',
      'Lists and objects inside the properties become null, and exponents of numbers are lost.',
      (text) => withoutDepth(text, () => null),
    ],
    [
      'ue_px',
      'flat',
      'Lists and objects inside encoded properties become texts, and exponents of numbers are lost.',
      (text) => {
        const inside = Buffer.from(text, 'base64').toString('utf8');
        const other = withoutDepth(inside, JSON.stringify);
        // What is sound is not encoded anew: it may be no document at all.
        if (other === inside) return text;
        return Buffer.from(other, 'utf8').toString('base64');
      },
    ],
  ]),
];

const exponents = /([:\s]-?\d+(?:\.\d+)?)[eE][+-]?\d+/g;

/** A document without the exponents of its numbers, and with another value for each list or object in it. */
function withoutDepth(text: string, instead: (value: object) => unknown): string {
  const plain = text.replace(exponents, '$1');
  try {
    const all = Object.entries(JSON.parse(plain) as Record<string, unknown>);
    if (!all.some(([, value]) => isNested(value))) return plain;
    return JSON.stringify(
      Object.fromEntries(all.map(([name, value]) => [name, isNested(value) ? instead(value) : value])),
    );
  } catch {
    return text;
  }
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
