/** Samples of the wire form `url`: a full URL with its scheme. */
import type { Facts, Parameter } from '../../../generated/model.ts';
import { drawn, type Meaning } from './drawn.ts';
import type { SampleClasses } from './form.ts';
import { textCell } from './text-cell.ts';
import { joined, type UrlParts, urlParts } from './url-parts.ts';

export function urlSamples(parameter: Parameter, facts: Facts): SampleClasses {
  const meaning = (parts: UrlParts): Meaning => {
    const text = joined(parts);
    return { text, stored: parameter.columns.map((column) => textCell(column, text, facts)) };
  };
  const entries = Object.entries(urlParts).map(([name, parts]) => [name, drawn(name, parts.map(meaning))] as const);
  return Object.fromEntries(entries);
}
