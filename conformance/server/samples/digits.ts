/** Samples of texts that some servers store as an integer: digits only, so that both store the same. */
import fc, { type Arbitrary } from 'fast-check';
import type { Facts, Parameter } from '../../../generated/model.ts';
import { drawn, type Meaning } from './drawn.ts';
import type { SampleClasses } from './form.ts';
import { textCell } from './text-cell.ts';

/** Whether the ledger leaves open if the columns hold a text or an integer. */
export function mayBeInteger(parameter: Parameter, facts: Facts): boolean {
  return parameter.columns.some(({ decision }) => {
    const answers = decision === undefined ? undefined : facts.ledger[decision]?.answers;
    return answers !== undefined && 'integer' in answers;
  });
}

/** Numbers of up to nine digits; the classes of other texts are not drawn, as they may cost the whole event. */
export function digitSamples(parameter: Parameter, facts: Facts): SampleClasses {
  const meanings = (texts: Arbitrary<string>): Arbitrary<Meaning> =>
    texts.map((text) => ({ text, stored: parameter.columns.map((column) => textCell(column, text, facts)) }));
  const numbers = fc.integer({ min: 1, max: 999_999_999 }).map(String);
  const padded = fc.integer({ min: 1, max: 99_999 }).map((number) => String(number).padStart(6, '0'));
  return {
    ordinary: drawn('ordinary', meanings(numbers)),
    'leading-zero': drawn('leading-zero', meanings(padded)),
  };
}
