/** Samples of the wire form `json`: a document as text. */
import type { Arbitrary } from 'fast-check';
import type { Parameter } from '../../../generated/model.ts';
import { drawn, is, type Meaning } from './drawn.ts';
import { edited } from './edit.ts';
import type { Malformed, SampleClasses } from './form.ts';
import { escapedDocument, flatDocument, nestedDocument, numberDocument, unicodeDocument } from './json-text.ts';

/** A JSON column holds the document; readers and comparison look at what it says, not at its blanks. */
export function jsonMeanings(parameter: Parameter, documents: Arbitrary<string>): Arbitrary<Meaning> {
  return documents.map((text) => ({ text, stored: parameter.columns.map(() => is(text)) }));
}

export function jsonSamples(parameter: Parameter): SampleClasses {
  const of = (name: string, documents: Arbitrary<string>) => drawn(name, jsonMeanings(parameter, documents));
  return {
    ordinary: of('ordinary', flatDocument),
    unicode: of('unicode', unicodeDocument),
    escapes: of('escapes', escapedDocument),
    numbers: of('numbers', numberDocument),
    nested: of('nested', nestedDocument),
  };
}

/** One mark lost or doubled; no reader of JSON forgives these. */
export function malformedJson(parameter: Parameter): Arbitrary<Malformed> {
  return edited(jsonMeanings(parameter, flatDocument), [
    (text) => text.slice(0, -1),
    (text) => text.slice(1),
    (text) => `${text}}`,
    (text) => text.replace(':', ''),
    (text) => text.replace('"', ''),
  ]);
}
