/** Samples of the wire form `base64-json`: a document in Base64 of either alphabet, padded or not. */
import fc, { type Arbitrary } from 'fast-check';
import type { Facts, Parameter } from '../../../generated/model.ts';
import type { Sample } from '../model.ts';
import { drawn, type Meaning } from './drawn.ts';
import { edited } from './edit.ts';
import type { Malformed, SampleClasses } from './form.ts';
import { jsonMeanings } from './json.ts';
import {
  escapedDocument,
  flatDocument,
  nestedDocument,
  numberDocument,
  signDocument,
  unicodeDocument,
} from './json-text.ts';
import type { Writing } from './percent.ts';

type Encoding = (document: string) => string;

function standard(document: string): string {
  return Buffer.from(document, 'utf8').toString('base64');
}

function urlSafe(document: string): string {
  return standard(document).replaceAll('+', '-').replaceAll('/', '_');
}

function unpadded(text: string): string {
  return text.replace(/=+$/, '');
}

/** JSON allows blanks at its end: one more makes sure that padding follows. */
function needingPadding(document: string): string {
  return Buffer.byteLength(document) % 3 === 0 ? `${document} ` : document;
}

function encoded(meanings: Arbitrary<Meaning>, encode: Encoding): Arbitrary<Meaning> {
  return meanings.map(({ text, stored }) => ({ text: encode(text), stored }));
}

/** Only `=` stands as it is, as in the protocol's own example; `+` would be a blank. */
const rawPadding: Arbitrary<Writing> = fc.constant((text) => encodeURIComponent(text).replaceAll('%3D', '='));

export function base64JsonSamples(parameter: Parameter, facts: Facts): SampleClasses {
  const of = (name: string, documents: Arbitrary<string>, encode: Encoding = standard): Arbitrary<Sample> =>
    drawn(name, encoded(jsonMeanings(parameter, facts, documents), encode));
  const padded = jsonMeanings(parameter, facts, flatDocument.map(needingPadding));
  return {
    ordinary: of('ordinary', flatDocument),
    unicode: of('unicode', unicodeDocument),
    'standard-alphabet': of('standard-alphabet', signDocument),
    'url-safe': of('url-safe', signDocument, urlSafe),
    unpadded: of('unpadded', flatDocument.map(needingPadding), (document) => unpadded(standard(document))),
    'raw-padding': drawn('raw-padding', encoded(padded, standard), rawPadding),
    escapes: of('escapes', escapedDocument),
    numbers: of('numbers', numberDocument),
    nested: of('nested', nestedDocument),
  };
}

/** Base64 of a document that lost a mark; what is no Base64 at all, lenient decoders read in ways of their own. */
export function malformedBase64Json(parameter: Parameter, facts: Facts): Arbitrary<Malformed> {
  return edited(encoded(jsonMeanings(parameter, facts, flatDocument), standard), [
    (text) => standard(Buffer.from(text, 'base64').toString('utf8').slice(1)),
    (text) => standard(Buffer.from(text, 'base64').toString('utf8').slice(0, -1)),
    (text) => standard(Buffer.from(text, 'base64').toString('utf8').replace(':', '')),
  ]);
}
