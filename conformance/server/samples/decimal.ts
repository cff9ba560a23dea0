/** Samples of the wire form `decimal`: drawn as digits and the place of the point, so that no float rounds them. */
import fc, { type Arbitrary } from 'fast-check';
import type { Facts, Parameter } from '../../../generated/model.ts';
import { textOf } from './characters.ts';
import { decimalDigitsOf } from './column.ts';
import { drawn, is, type Meaning } from './drawn.ts';
import { withMark } from './edit.ts';
import type { Malformed, SampleClasses } from './form.ts';
import { withPoint } from './point.ts';
import { settled } from './settled.ts';

/** `digits` have no leading zero unless alone before the point; `scale` of them stand behind it. */
interface Decimal {
  sign: '' | '-';
  digits: string;
  scale: number;
}

/** Plain notation: `-0.50`. */
function plainNotation({ sign, digits, scale }: Decimal): string {
  return `${sign}${withPoint(digits, scale)}`;
}

/**
 * The same number with an exponent; the mantissa has `behind` digits behind its point but for zeros at its end, and
 * zeros before it when they are less than none: `-50E-2`.
 */
function exponentNotation({ sign, digits, scale }: Decimal, mark: string, behind: number): string {
  const shifted = withPoint(digits.padEnd(digits.length - behind, '0'), Math.max(behind, 0));
  const mantissa = shifted.includes('.') ? shifted.replace(/\.?0+$/, '') : shifted;
  return `${sign}${mantissa}${mark}${behind - scale}`;
}

function decimals(minDigits: number, maxDigits: number, scales: Arbitrary<number>): Arbitrary<Decimal> {
  const rest = textOf([...'0123456789'], minDigits - 1, maxDigits - 1);
  return fc
    .record({ sign: fc.constantFrom('', '-'), first: fc.integer({ min: 1, max: 9 }), rest, scale: scales })
    .map(({ sign, first, rest, scale }) => ({ sign, digits: `${first}${rest}`, scale }));
}

/** The column holds the number of `plain`, however it was written. */
function writtenAs(parameter: Parameter, texts: Arbitrary<{ text: string; plain: string }>): Arbitrary<Meaning> {
  return texts.map(({ text, plain }) => ({ text, stored: parameter.columns.map(() => is(plain)) }));
}

function plainly(parameter: Parameter, values: Arbitrary<Decimal>): Arbitrary<Meaning> {
  return writtenAs(
    parameter,
    values.map(plainNotation).map((plain) => ({ text: plain, plain })),
  );
}

function ordinary(parameter: Parameter): Arbitrary<Meaning> {
  const { digits, scale } = decimalDigitsOf(parameter.columns);
  return plainly(parameter, decimals(1, Math.min(6, digits - scale), fc.nat(Math.min(scale, 2))));
}

/** Zero in each scale, the smallest step, and the longest numbers that pass through a double unharmed. */
function edges(parameter: Parameter): Arbitrary<Meaning> {
  const { digits, scale } = decimalDigitsOf(parameter.columns);
  const nines = '9'.repeat(Math.min(15, digits));
  const edge = (text: string, places: number, sign: Decimal['sign'] = ''): Decimal => ({
    sign,
    digits: text,
    scale: places,
  });
  const values = [edge('0', 0), edge('0', scale), edge('1', scale), edge(nines, scale), edge(nines, scale, '-')];
  return plainly(parameter, fc.constantFrom(...values));
}

/** One digit more than the column shows; never a five, about which rules of rounding differ. */
function overlong(parameter: Parameter, facts: Facts): Arbitrary<Meaning> {
  const { scale } = decimalDigitsOf(parameter.columns);
  const last = fc.constantFrom(1, 2, 3, 4, 6, 7, 8, 9);
  return fc.tuple(fc.integer({ min: 1, max: 99_999 }), last).map(([units, digit]) => {
    const text = withPoint(`${units}${digit}`, scale + 1);
    const rounded = withPoint(String(units + (digit > 5 ? 1 : 0)), scale);
    return { text, stored: parameter.columns.map((column) => settled(column, text, facts, { rounded })) };
  });
}

export function decimalSamples(parameter: Parameter, facts: Facts): SampleClasses {
  const { digits, scale } = decimalDigitsOf(parameter.columns);
  const withExponent = fc
    .tuple(
      decimals(1, Math.min(6, digits - scale - 3), fc.nat(scale)),
      fc.constantFrom('', '0', '000'),
      fc.constantFrom('E', 'e'),
      fc.integer({ min: -12, max: 14 }),
    )
    .map(([{ sign, digits, scale }, zeros, mark, behind]) => {
      const value = { sign, digits: digits + zeros, scale };
      return { text: exponentNotation(value, mark, behind), plain: plainNotation(value) };
    });
  const barePoint = decimals(1, Math.min(6, digits - scale), fc.constant(0))
    .map(plainNotation)
    .map((plain) => ({ text: `${plain}.`, plain }));
  const classes = {
    ordinary: drawn('ordinary', ordinary(parameter)),
    boundary: drawn('boundary', edges(parameter)),
    exponent: drawn('exponent', writtenAs(parameter, withExponent)),
    'bare-point': drawn('bare-point', writtenAs(parameter, barePoint)),
    overlong: drawn('overlong', overlong(parameter, facts)),
  };
  if (digits <= 15) return classes;
  // More digits than a double keeps, as many of them behind the point as the column has.
  return { ...classes, precise: drawn('precise', plainly(parameter, decimals(16, digits, fc.constant(scale)))) };
}

/** A comma or a letter cannot stand anywhere in a number; nor can a second point. */
export function malformedDecimal(parameter: Parameter): Arbitrary<Malformed> {
  return withMark(ordinary(parameter), ['x', ',', '..', ':', '/']);
}
