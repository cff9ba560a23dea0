/** Texts: control characters that would break lines are dropped, and cuts never split a character. */

const breaking = /[\n\r\0]/;
const allBreaking = /[\n\r\0]/g;

/** The text as it was sent, but without line breaks and NUL, which no report of the time could show. */
export function withoutBreaks(text: string): string {
  return breaking.test(text) ? text.replace(allBreaking, '') : text;
}

/** The longest beginning of at most so many bytes of UTF-8 that does not end inside a character. */
export function cutBytes(text: string, bytes: number): string {
  if (text.length * 3 <= bytes) return text;
  const buffer = Buffer.from(text);
  if (buffer.length <= bytes) return text;
  let end = bytes;
  // Bytes 10xxxxxx continue a character: the cut moves to the left until one begins.
  while (end > 0 && ((buffer[end] as number) & 0xc0) === 0x80) end -= 1;
  return buffer.toString('utf8', 0, end);
}

/** The longest beginning of at most so many characters, as a column VARCHAR(n) counts them. */
export function cutCharacters(text: string, characters: number): string {
  if (text.length <= characters) return text;
  let end = 0;
  for (let count = 0; count < characters && end < text.length; count += 1) {
    end += (text.codePointAt(end) as number) > 0xffff ? 2 : 1;
  }
  return text.slice(0, end);
}

/** Blanks that are trimmed at both ends of titles, addresses and custom variables. */
const blanks = /^[ \t\n\r\0\v]+|[ \t\n\r\0\v]+$/g;

export function trimmed(text: string): string {
  return text.replace(blanks, '');
}
