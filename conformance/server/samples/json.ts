/** Samples of the wire form `json`: a document as text. */
import type { Arbitrary } from 'fast-check';
import type { Facts, Parameter, ParameterColumn } from '../../../generated/model.ts';
import type { Cell } from '../model.ts';
import { drawn, type Meaning } from './drawn.ts';
import { edited } from './edit.ts';
import type { Malformed, SampleClasses } from './form.ts';
import { escapedDocument, flatDocument, nestedDocument, numberDocument, unicodeDocument } from './json-text.ts';
import { settled } from './settled.ts';

/** Where the ledger leaves open which of several columns holds the document, its answers are named after them. */
function documentCell(parameter: Parameter, own: ParameterColumn, text: string, facts: Facts): Cell {
  const others = parameter.columns.filter(({ column }) => column !== own.column);
  const elsewhere = others.map(({ column }) => [column.replaceAll('_', '-'), null] as const);
  return settled(own, text, facts, Object.fromEntries(elsewhere));
}

/** A JSON column holds the document; readers and comparison look at what it says, not at its blanks. */
export function jsonMeanings(parameter: Parameter, facts: Facts, documents: Arbitrary<string>): Arbitrary<Meaning> {
  return documents.map((text) => ({
    text,
    stored: parameter.columns.map((column) => documentCell(parameter, column, text, facts)),
  }));
}

export function jsonSamples(parameter: Parameter, facts: Facts): SampleClasses {
  const of = (name: string, documents: Arbitrary<string>) => drawn(name, jsonMeanings(parameter, facts, documents));
  return {
    ordinary: of('ordinary', flatDocument),
    unicode: of('unicode', unicodeDocument),
    escapes: of('escapes', escapedDocument),
    numbers: of('numbers', numberDocument),
    nested: of('nested', nestedDocument),
  };
}

/** One mark lost or doubled; no reader of JSON forgives these. */
export function malformedJson(parameter: Parameter, facts: Facts): Arbitrary<Malformed> {
  return edited(jsonMeanings(parameter, facts, flatDocument), [
    (text) => text.slice(0, -1),
    (text) => text.slice(1),
    (text) => `${text}}`,
    (text) => text.replace(':', ''),
    (text) => text.replace('"', ''),
  ]);
}
