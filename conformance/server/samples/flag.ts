/** Samples of the wire form `flag`: 1 for yes, 0 for no. */
import fc, { type Arbitrary } from 'fast-check';
import type { Facts, Parameter } from '../../../generated/model.ts';
import { drawn, type Meaning } from './drawn.ts';
import { edited } from './edit.ts';
import type { Malformed, SampleClasses } from './form.ts';
import { settled } from './settled.ts';

function flags(parameter: Parameter, facts: Facts): Arbitrary<Meaning> {
  return fc.boolean().map((yes) => ({
    text: yes ? '1' : '0',
    stored: parameter.columns.map((column) => settled(column, column.kind === 'boolean' ? yes : Number(yes), facts)),
  }));
}

export function flagSamples(parameter: Parameter, facts: Facts): SampleClasses {
  return { ordinary: drawn('ordinary', flags(parameter, facts)) };
}

export function malformedFlag(parameter: Parameter, facts: Facts): Arbitrary<Malformed> {
  return edited(flags(parameter, facts), [
    () => '2',
    () => '-1',
    () => 'x',
    () => 'yes',
    () => 'true',
    () => 'false',
    (text) => `${text}x`,
    (text) => `${text}0`,
  ]);
}
