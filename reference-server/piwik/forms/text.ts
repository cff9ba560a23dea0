/** Texts: control characters that would break lines are dropped, and cuts never split a character. */

const breaking = /[\n\r\0]/g;

/** The text as it was sent, but without line breaks and NUL, which no report of the time could show. */
export function withoutBreaks(text: string): string {
  return text.replace(breaking, '');
}

const encoder = new TextEncoder();

/** The longest beginning of at most so many bytes of UTF-8 that does not end inside a character. */
export function cutBytes(text: string, bytes: number): string {
  // No character of a text takes more than three bytes for each of its units: most texts need not be encoded.
  if (text.length * 3 <= bytes) return text;
  return text.slice(0, encoder.encodeInto(text, new Uint8Array(bytes)).read);
}

/** The longest beginning of at most so many characters, as a column VARCHAR(n) counts them. */
export function cutCharacters(text: string, characters: number): string {
  return text.length <= characters ? text : [...text].slice(0, characters).join('');
}

/** Blanks that are trimmed at both ends of titles, addresses and custom variables. */
const blanks = /^[ \t\n\r\0\v]+|[ \t\n\r\0\v]+$/g;

export function trimmed(text: string): string {
  return text.replace(blanks, '');
}
