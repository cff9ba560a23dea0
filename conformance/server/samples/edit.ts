/** Makes a valid text malformed by one edit, so that a server which refuses it refuses it for this alone. */
import fc, { type Arbitrary } from 'fast-check';
import type { Meaning } from './drawn.ts';
import type { Malformed } from './form.ts';

/** Puts `mark` into `text` before the character at `place`, counted round the end. */
function inserted(text: string, mark: string, place: number): string {
  const at = place % (text.length + 1);
  return text.slice(0, at) + mark + text.slice(at);
}

/** One of `marks` put anywhere into the text of a meaning; a text with such a mark in it must be malformed. */
export function withMark(meanings: Arbitrary<Meaning>, marks: readonly string[]): Arbitrary<Malformed> {
  return fc.tuple(meanings, fc.constantFrom(...marks), fc.nat(64)).map(([meaning, mark, place]) => ({
    wire: encodeURIComponent(inserted(meaning.text, mark, place)),
    twin: twinOf(meaning),
  }));
}

/** Malformed texts made from a meaning by one of `edits`. */
export function edited(
  meanings: Arbitrary<Meaning>,
  edits: readonly ((text: string) => string)[],
): Arbitrary<Malformed> {
  return fc.tuple(meanings, fc.constantFrom(...edits)).map(([meaning, edit]) => ({
    wire: encodeURIComponent(edit(meaning.text)),
    twin: twinOf(meaning),
  }));
}

function twinOf(meaning: Meaning): Malformed['twin'] {
  return { class: 'ordinary', wire: encodeURIComponent(meaning.text), stored: meaning.stored };
}
