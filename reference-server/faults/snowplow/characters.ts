/** What programs do to texts that they should leave alone. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const controls = /[\x00-\x1f\x7f]/;
const astral = /[\u{10000}-\u{10ffff}]/u;
/** Letters of two and three bytes in UTF-8. */
const beyondAscii = /[\u0080-\ud7ff\ue000-\uffff]/g;

/** Neither blanks at an end nor control characters, at most 24 characters, none of them of four bytes. */
export function isUsual(text: string): boolean {
  return text.length <= 24 && text === text.trim() && !controls.test(text) && !astral.test(text);
}

/** Only usual texts are changed. */
export function ofUsual(change: (text: string) => string): (text: string) => string {
  return (text) => (isUsual(text) ? change(text) : text);
}

/** Marks that mean something in a query or in HTML, in other words. */
export function marks(replacement: string): (text: string) => string {
  return (text) => text.replace(/[%+<>&"']/g, replacement);
}

export function asciiOnly(replacement: string): (text: string) => string {
  return (text) => text.replace(beyondAscii, replacement);
}

/** Bytes of UTF-8 taken for characters; those of four bytes are left as they are. */
export function latin1(text: string): string {
  return text.replace(beyondAscii, (letter) => Buffer.from(letter, 'utf8').toString('latin1'));
}

export function htmlEscaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#039;');
}

export const upperCased = (text: string) => text.toUpperCase();
export const lowerCased = (text: string) => text.toLowerCase();

/** One change after another. */
export function both(...changes: readonly ((text: string) => string)[]): (text: string) => string {
  return (text) => changes.reduce((changed, change) => change(changed), text);
}

export const trimmed = (text: string) => text.trim();

export function cut(length: number): (text: string) => string {
  return (text) => text.slice(0, length);
}

/** Each character of four bytes. */
export function astralBy(replacement: string): (text: string) => string {
  return (text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, replacement);
}

export function controlsBy(replacement: string): (text: string) => string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return (text) => text.replace(/[\x00-\x1f\x7f]/g, replacement);
}

/** What follows the first control character is lost. */
export function endsAtControl(text: string): string {
  return text.split(controls)[0] ?? '';
}
