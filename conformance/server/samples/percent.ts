/** Ways to write one text in a query: servers must read them all alike. */
import fc, { type Arbitrary } from 'fast-check';

const encoder = new TextEncoder();

function hex(byte: number): string {
  return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Every byte as an escape, letters and digits too. */
function everything(text: string): string {
  return Array.from(encoder.encode(text), hex).join('');
}

/** Escapes in lower-case digits; `%2f` and `%2F` are one. */
function lowerCase(text: string): string {
  return encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase());
}

/** What forms write: a blank as `+`, and only letters, digits and `*-._` as they are. */
function form(text: string): string {
  return encodeURIComponent(text)
    .replace(/%20/g, '+')
    .replace(/[!'()~]/g, everything);
}

/** Leaves the marks a query may hold unescaped, as clients that encode sparingly do. */
function sparing(text: string): string {
  return encodeURIComponent(text).replace(/%(?:2F|3A|40|2C|3F)/g, decodeURIComponent);
}

/** Escapes some characters that need none; which ones is a matter of `choice`. */
function some(text: string, choice: number): string {
  return Array.from(text, (character, index) =>
    (choice >> (index % 16)) & 1 ? everything(character) : encodeURIComponent(character),
  ).join('');
}

/** Writes a text as it stands after `name=`. */
export type Writing = (text: string) => string;

/** How a client may write a text; shrinks to `encodeURIComponent`. */
export const writing: Arbitrary<Writing> = fc.oneof(
  { withCrossShrink: true },
  { weight: 4, arbitrary: fc.constant<Writing>(encodeURIComponent) },
  { weight: 1, arbitrary: fc.constantFrom<Writing[]>(form, lowerCase, sparing, everything) },
  {
    weight: 1,
    arbitrary: fc.nat(0xffff).map(
      (choice): Writing =>
        (text) =>
          some(text, choice),
    ),
  },
);

/** Only those in which a blank is `+`. */
export const plusForBlank: Arbitrary<Writing> = fc.constantFrom<Writing[]>(form, (text) =>
  encodeURIComponent(text).replace(/%20/g, '+'),
);
