/** Samples of the wire form `visitor-id`: 16 hexadecimal digits. */
import fc, { type Arbitrary } from 'fast-check';
import type { Parameter } from '../../../generated/model.ts';
import { drawn, is, type Meaning } from './drawn.ts';
import type { SampleClasses } from './form.ts';

/** A binary column is read back in lower-case digits, whatever was sent. */
function identifiers(parameter: Parameter, texts: Arbitrary<string>): Arbitrary<Meaning> {
  return texts.map((text) => ({
    text,
    stored: parameter.columns.map((column) => is(column.kind === 'binary' ? text.toLowerCase() : text)),
  }));
}

/** Eight bytes; the first is never zero, so that no server takes it for a missing one. */
const digits = fc
  .tuple(fc.integer({ min: 16, max: 255 }), fc.array(fc.nat(255), { minLength: 7, maxLength: 7 }))
  .map(([first, rest]) => [first, ...rest].map((byte) => byte.toString(16).padStart(2, '0')).join(''));

/** Begins with a letter, so that its case shows. */
const upperCase = digits.map((text) => `A${text.slice(1)}`.toUpperCase());

export function visitorIdSamples(parameter: Parameter): SampleClasses {
  return {
    ordinary: drawn('ordinary', identifiers(parameter, digits)),
    'upper-case': drawn('upper-case', identifiers(parameter, upperCase)),
  };
}
