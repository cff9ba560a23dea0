// Control and format characters, lone surrogates, every blank but the space, and whatever else has no shape of its own.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/**
 * A text on one line in which every character can be seen: what has no shape is written as its escape (`\u202e`), so
 * that it neither steers a terminal, nor turns the text around, nor hides.
 */
export function visible(text: string): string {
  return text.replace(unseen, (character) => (character === ' ' ? ' ' : escaped(character)));
}

/** The same for a text of several lines. */
export function visibleLines(text: string): string {
  return text.replaceAll('\r\n', '\n').split('\n').map(visible).join('\n');
}

/** Every character beyond ASCII as its escape: tells texts apart that look the same. */
export function exact(text: string): string {
  return text.replace(/[^ -~]/gu, escaped);
}

function escaped(character: string): string {
  if (character === '\n') return String.raw`\n`;
  if (character === '\t') return String.raw`\t`;
  if (character === '\r') return String.raw`\r`;
  const point = (character.codePointAt(0) as number).toString(16);
  return point.length > 4 ? `\\u{${point}}` : `\\u${point.padStart(4, '0')}`;
}

/** The beginning of a text that is too long, and how much was left out. Cuts no character in two. */
export function clipped(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const kept = text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
  return `${kept}… (${text.length - kept.length} more characters)`;
}
