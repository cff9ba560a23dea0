import { printable } from './printable.ts';

/** The four sentences every finding says, in the order in which a reader asks for them. */
export interface Remark {
  /** What came, such as `vp="wide" is not written as its form says.` */
  sent: string;
  /** What was expected instead. */
  expected: string;
  /** What a server of that version does with what came. */
  effect: string;
  /** What to change in the client. */
  remedy: string;
}

export function messageOf({ sent, expected, effect, remedy }: Remark): string {
  return `${sent} ${expected} ${effect} ${remedy}`;
}

/**
 * At most 60 characters of a value, in JSON's escapes: a page or terminal that shows it obeys none of it. Cut between
 * characters, never inside a surrogate pair.
 */
export function excerpt(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 60).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
  return printable(JSON.stringify(short));
}

/** The same, of a parameter: of a token only how long it is, since findings are printed, stored and shown. */
export function shown(name: string, text: string): string {
  return name === 'token_auth' ? `"…" (${text.length} characters)` : excerpt(text);
}
