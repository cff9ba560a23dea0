/** Texts built to a length, so that none is ever drawn and thrown away. */
import fc, { type Arbitrary } from 'fast-check';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';
/** Two and three bytes in UTF-8; none combines with its neighbours or changes when normalised. */
const BEYOND_ASCII = 'éßñøžЖяλحש中日語한€…“”—';
/** Four bytes in UTF-8, two units in a JavaScript string. */
const ASTRAL = ['😀', '𝒳', '🂡', '𐍈'];

/** Text of `units`; `maxUnits` counts them, not UTF-16 units. Shrinks to one unit, the first of the list. */
export function textOf(units: readonly string[], minUnits: number, maxUnits: number): Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...units), minLength: minUnits, maxLength: maxUnits, size: 'max' });
}

/** Letters and digits. */
export function word(minLength: number, maxLength: number): Arbitrary<string> {
  return textOf([...LETTERS, ...DIGITS], minLength, maxLength);
}

/** Letters, digits, `-_.` and blanks between them; begins and ends with a letter, so that trimming changes nothing. */
export function plain(maxLength: number): Arbitrary<string> {
  const inner = textOf([...LETTERS, ...DIGITS, ...' -_.'], 0, Math.max(0, maxLength - 2));
  const edge = fc.constantFrom(...LETTERS);
  if (maxLength < 2) return edge;
  return fc.tuple(edge, fc.option(fc.tuple(inner, edge), { nil: undefined })).map(([first, rest]) => {
    return rest === undefined ? first : `${first}${rest[0]}${rest[1]}`;
  });
}

/** A text with characters beyond ASCII in it; `maxBytes` counts UTF-8, since some stores count bytes. */
export function unicode(maxBytes: number): Arbitrary<string> {
  const units = Math.max(1, Math.floor(maxBytes / 3));
  const first = fc.constantFrom(...BEYOND_ASCII);
  return fc.tuple(first, textOf([...LETTERS, ...BEYOND_ASCII], 0, units - 1)).map((parts) => parts.join(''));
}

/** A text with characters beyond the Basic Multilingual Plane in it. */
export function astral(maxBytes: number): Arbitrary<string> {
  const units = Math.max(1, Math.floor(maxBytes / 4));
  const first = fc.constantFrom(...ASTRAL);
  return fc.tuple(first, textOf([...ASTRAL, ...LETTERS], 0, units - 1)).map((parts) => parts.join(''));
}

/** A text with at least one of `marks` in it. */
export function marked(marks: readonly string[], maxUnits: number): Arbitrary<string> {
  const around = textOf([...LETTERS, ...marks], 0, Math.max(0, Math.floor((maxUnits - 1) / 2)));
  return fc.tuple(around, fc.constantFrom(...marks), around).map((parts) => parts.join(''));
}
