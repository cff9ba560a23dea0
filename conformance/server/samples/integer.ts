/** Samples of the wire form `integer`: decimal digits, a minus sign when negative. */
import fc, { type Arbitrary } from 'fast-check';
import type { Facts, Parameter, ParameterColumn } from '../../../generated/model.ts';
import type { Cell } from '../model.ts';
import { largestIntegerOf } from './column.ts';
import { drawn, type Meaning } from './drawn.ts';
import { withMark } from './edit.ts';
import type { Malformed, SampleClasses } from './form.ts';
import { settled } from './settled.ts';

/** How a column shows an integer: as its digits in a text column, else as a number. */
export function integerCell(column: ParameterColumn, value: number, facts: Facts): Cell {
  const asText = column.kind === 'text' || column.kind === 'decimal';
  return settled(column, asText ? value.toFixed(0) : value, facts, { integer: value });
}

function meanings(parameter: Parameter, facts: Facts, values: Arbitrary<number>): Arbitrary<Meaning> {
  return values.map((value) => ({
    text: value.toFixed(0),
    stored: parameter.columns.map((column) => integerCell(column, value, facts)),
  }));
}

function ordinary(parameter: Parameter, facts: Facts): Arbitrary<Meaning> {
  return meanings(parameter, facts, fc.integer({ min: 0, max: Math.min(largestIntegerOf(parameter.columns), 5000) }));
}

export function integerSamples(parameter: Parameter, facts: Facts): SampleClasses {
  const largest = largestIntegerOf(parameter.columns);
  const numeric = parameter.columns.every((column) => column.kind === 'integer');
  const negatives = numeric ? [-1, -2, -largest, -largest - 1] : [-1, -2];
  return {
    ordinary: drawn('ordinary', ordinary(parameter, facts)),
    boundary: drawn('boundary', meanings(parameter, facts, fc.constantFrom(0, 1, largest - 1, largest))),
    negative: drawn('negative', meanings(parameter, facts, fc.constantFrom(...negatives))),
  };
}

/** None of these marks can stand anywhere in a whole number. */
export function malformedInteger(parameter: Parameter, facts: Facts): Arbitrary<Malformed> {
  return withMark(ordinary(parameter, facts), ['x', '.', 'e', ',', '/']);
}
