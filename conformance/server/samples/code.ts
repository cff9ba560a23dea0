/** Samples of the wire form `code`: one of the values the spec lists. */
import fc, { type Arbitrary } from 'fast-check';
import type { Facts, Parameter, ParameterColumn } from '../../../generated/model.ts';
import type { Cell, StoredValue } from '../model.ts';
import { drawn, type Meaning } from './drawn.ts';
import { edited } from './edit.ts';
import type { Malformed, SampleClasses } from './form.ts';
import { settled } from './settled.ts';

/** What a column shows for a code: what the example of the code says, else the code itself. */
function shown(parameter: Parameter, column: ParameterColumn, code: string): StoredValue {
  return parameter.examples.find((example) => example.wire === code)?.stored[column.column] ?? code;
}

/** The ledger may leave open whether a column holds the code or the name it stands for. */
export function codeCells(parameter: Parameter, code: string, facts: Facts): readonly Cell[] {
  return parameter.columns.map((column) => settled(column, shown(parameter, column, code), facts, { code }));
}

/** The codes of a parameter; a parameter whose spec lists none cannot be drawn. */
export function codesOf(parameter: Parameter): readonly string[] {
  if (parameter.values === undefined || parameter.values.length === 0) {
    throw new Error(
      `${parameter.name} has the wire form code but lists no values: add schema.enum to its file in the spec`,
    );
  }
  return parameter.values;
}

function codes(parameter: Parameter, facts: Facts): Arbitrary<Meaning> {
  return fc
    .constantFrom(...codesOf(parameter))
    .map((code) => ({ text: code, stored: codeCells(parameter, code, facts) }));
}

export function codeSamples(parameter: Parameter, facts: Facts): SampleClasses {
  return { ordinary: drawn('ordinary', codes(parameter, facts)) };
}

/** Codes doubled or with a letter more are codes of no list. */
export function malformedCode(parameter: Parameter, facts: Facts): Arbitrary<Malformed> {
  return edited(codes(parameter, facts), [
    (text) => `${text}x`,
    (text) => `x${text}`,
    (text) => `${text}-${text}`,
    (text) => text.toUpperCase(),
  ]);
}
