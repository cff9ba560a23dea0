/** Samples of the wire form `page-title`: text in which slashes part categories. */
import fc from 'fast-check';
import type { Facts, Parameter } from '../../../generated/model.ts';
import { plain } from './characters.ts';
import { drawn, type Meaning } from './drawn.ts';
import type { SampleClasses } from './form.ts';
import { textSamples } from './text.ts';
import { textCell } from './text-cell.ts';

/** Blanks beside a slash are dropped; titles without a slash are text like any other. */
export function pageTitleSamples(parameter: Parameter, facts: Facts): SampleClasses {
  const meaning = (parts: readonly string[]): Meaning => ({
    text: parts.join(' / '),
    stored: parameter.columns.map((column) => textCell(column, parts.join('/'), facts)),
  });
  const parts = fc.array(plain(8), { minLength: 2, maxLength: 4 });
  return { ...textSamples(parameter, facts), categories: drawn('categories', parts.map(meaning)) };
}
