/** Bytes as text with one character for each byte, in a way that browsers have too (their decoder reads Windows-1252). */
export function toLatin1(bytes: Uint8Array): string {
  let text = '';
  // In pieces, since a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}

/** The bytes of such a text. */
export function fromLatin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The bytes of percent escapes that follow one another. */
export function fromEscapes(run: string): Uint8Array {
  return Uint8Array.from(run.match(/[0-9A-Fa-f]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16));
}
