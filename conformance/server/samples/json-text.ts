/** JSON documents drawn as text, so that the notation of their numbers is drawn too. */
import fc, { type Arbitrary } from 'fast-check';
import { plain, textOf, unicode, word } from './characters.ts';

/** Names of one object must differ; the place of each is part of its name, so none is drawn in vain. */
function objectOf(names: Arbitrary<string>, values: Arbitrary<string>, minSize: number): Arbitrary<string> {
  const entries = fc.array(fc.tuple(names, values), { minLength: minSize, maxLength: 4 });
  return fc.tuple(entries, fc.constantFrom('', ' ')).map(([pairs, blank]) => {
    const members = pairs.map(([name, value], index) => `${JSON.stringify(`${name}${index}`)}:${blank}${value}`);
    return `{${blank}${members.join(`,${blank}`)}${blank}}`;
  });
}

function quoted(texts: Arbitrary<string>): Arbitrary<string> {
  return texts.map((text) => JSON.stringify(text));
}

/** Amounts as shops write them: built from cents, never from a float. */
const amount = fc
  .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 9 }))
  .map(([whole, tenth]) => `${whole}.${tenth}5`);

const scalar: Arbitrary<string> = fc.oneof(
  fc.nat(9999).map(String),
  quoted(plain(16)),
  fc.constantFrom('true', 'false', 'null'),
  amount,
);

/** One object of names and simple values, as the properties of an event are. */
export const flatDocument: Arbitrary<string> = objectOf(word(1, 10), scalar, 1);

/** Names and values with characters beyond ASCII. */
export const unicodeDocument: Arbitrary<string> = objectOf(unicode(12), quoted(unicode(18)), 1);

/** Texts full of marks that JSON escapes, some written as `\u` escapes. */
export const escapedDocument: Arbitrary<string> = objectOf(
  word(1, 6),
  fc.oneof(
    quoted(textOf([...'"\\/\b\f\n\r\tab'], 1, 10)),
    textOf([...'éЖ中"\\'], 1, 6).map((text) => `"${unicodeEscapes(text)}"`),
  ),
  1,
);

function unicodeEscapes(text: string): string {
  return Array.from(text, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}

/** The same number can be written in many ways; a store may choose one of its own. */
export const numberDocument: Arbitrary<string> = objectOf(
  word(1, 6),
  fc.constantFrom('0', '-1', '1.0', '1.50', '1e3', '1E3', '1e+3', '25e-2', '-0.5', '9007199254740991', '0.000001'),
  1,
);

/** Lists and objects in one another, `0` to `30` deep. */
export const nestedDocument: Arbitrary<string> = fc
  .tuple(fc.array(fc.boolean(), { minLength: 0, maxLength: 30, size: 'max' }), flatDocument)
  .map(([shells, core]) => {
    const inside = shells.reduce((inner, isList) => (isList ? `[1,${inner}]` : `{"in":${inner}}`), core);
    return `{"top":${inside}}`;
  });

/** Documents whose UTF-8 makes a `+` and a `/` in standard Base64, wherever they begin. */
export const signDocument: Arbitrary<string> = objectOf(word(1, 6), fc.constantFrom('">>>>>?????"', '"?????>>>>>"'), 1);
