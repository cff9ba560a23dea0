/** Samples of the wire form `epoch-millis`: milliseconds since 1970. */
import fc, { type Arbitrary } from 'fast-check';
import type { Facts, Parameter, ParameterColumn } from '../../../generated/model.ts';
import type { Cell } from '../model.ts';
import { drawn, type Meaning } from './drawn.ts';
import { withMark } from './edit.ts';
import type { Malformed, SampleClasses } from './form.ts';
import { settled } from './settled.ts';
import { FIRST_MILLISECOND, LAST_MILLISECOND, momentIn } from './time-text.ts';

const FIRST_USUAL = Date.UTC(2005, 0, 1);
const LAST_USUAL = Date.UTC(2037, 11, 31);
const BEFORE_EPOCH = [-1, -86_400_000, Date.UTC(1905, 1, 28), FIRST_MILLISECOND];
const EDGES = [0, 1, 999, 2 ** 31 * 1000, Date.UTC(2000, 1, 29, 23, 59, 59, 999), LAST_MILLISECOND];

function momentCell(column: ParameterColumn, at: number, facts: Facts): Cell {
  const value = momentIn(column, at);
  const isStamp = column.kind === 'timestamp';
  return settled(column, value, facts, {
    'stamp-only': isStamp ? value : null,
    three: isStamp ? null : value,
    seconds: column.kind === 'integer' ? Math.floor(at / 1000) : value,
  });
}

function moments(parameter: Parameter, facts: Facts, times: Arbitrary<number>): Arbitrary<Meaning> {
  return times.map((at) => ({
    text: at.toFixed(0),
    stored: parameter.columns.map((column) => momentCell(column, at, facts)),
  }));
}

function ordinary(parameter: Parameter, facts: Facts): Arbitrary<Meaning> {
  return moments(parameter, facts, fc.integer({ min: FIRST_USUAL, max: LAST_USUAL }));
}

export function epochMillisSamples(parameter: Parameter, facts: Facts): SampleClasses {
  const of = (name: string, times: readonly number[]) =>
    drawn(name, moments(parameter, facts, fc.constantFrom(...times)));
  return {
    ordinary: drawn('ordinary', ordinary(parameter, facts)),
    boundary: of('boundary', EDGES),
    'before-epoch': of('before-epoch', BEFORE_EPOCH),
  };
}

/** None of these marks can stand anywhere in a whole number. */
export function malformedEpochMillis(parameter: Parameter, facts: Facts): Arbitrary<Malformed> {
  return withMark(ordinary(parameter, facts), ['x', '.', 'e', ':', '/']);
}
