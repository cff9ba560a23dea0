/** Samples of Piwik's own number forms: `count`, `duration-millis`, `money` and `degrees`. */
import fc, { type Arbitrary } from 'fast-check';
import type { Facts, Parameter } from '../../../generated/model.ts';
import { drawn, is, type Meaning } from './drawn.ts';
import type { SampleClasses } from './form.ts';
import { integerCell } from './integer.ts';
import { withPoint } from './point.ts';

function whole(parameter: Parameter, facts: Facts, values: Arbitrary<number>): Arbitrary<Meaning> {
  return values.map((value) => ({
    text: String(value),
    stored: parameter.columns.map((column) => integerCell(column, value, facts)),
  }));
}

function texts(parameter: Parameter, values: Arbitrary<string>): Arbitrary<Meaning> {
  return values.map((text) => ({ text, stored: parameter.columns.map(() => is(text)) }));
}

/** Ends where an unsigned column of two bytes ends. */
export function countSamples(parameter: Parameter, facts: Facts): SampleClasses {
  return {
    ordinary: drawn('ordinary', whole(parameter, facts, fc.integer({ min: 1, max: 999 }))),
    boundary: drawn('boundary', whole(parameter, facts, fc.constantFrom(1, 65_534, 65_535))),
  };
}

/** Single precision keeps six digits; an hour and more is no time a page takes. */
export function durationMillisSamples(parameter: Parameter, facts: Facts): SampleClasses {
  return {
    ordinary: drawn('ordinary', whole(parameter, facts, fc.integer({ min: 1, max: 999_999 }))),
    boundary: drawn('boundary', whole(parameter, facts, fc.constantFrom(1, 1_000_001, 3_599_999))),
  };
}

/** Amounts of at most `maxUnits` in the smallest unit, with two decimals, one or none. */
function amounts(maxUnits: number): Arbitrary<string> {
  return fc
    .tuple(fc.integer({ min: 1, max: maxUnits }), fc.constantFrom(2, 1, 0))
    .map(([units, scale]) => withPoint(String(units), scale));
}

export function moneySamples(parameter: Parameter): SampleClasses {
  const large = fc.integer({ min: 10 ** 8, max: 10 ** 11 }).map((cents) => withPoint(String(cents), 2));
  return {
    ordinary: drawn('ordinary', texts(parameter, amounts(999_999))),
    boundary: drawn('boundary', texts(parameter, fc.constantFrom('0', '0.00', '0.01', '9999.99'))),
    large: drawn('large', texts(parameter, large)),
  };
}

/** Multiples of 1/8 pass through single precision unharmed. */
export function degreesSamples(parameter: Parameter): SampleClasses {
  const eighths = fc
    .tuple(fc.constantFrom('', '-'), fc.integer({ min: 1, max: 89 * 8 }))
    .map(([sign, count]) => `${sign}${withPoint(String(count * 125), 3)}`);
  const fine = fc.integer({ min: 1, max: 89_999_999 }).map((millionths) => withPoint(String(millionths), 6));
  return {
    ordinary: drawn('ordinary', texts(parameter, eighths)),
    boundary: drawn('boundary', texts(parameter, fc.constantFrom('90', '-90', '89.5'))),
    fine: drawn('fine', texts(parameter, fine)),
  };
}
