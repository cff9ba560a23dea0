import type { Form } from './form.ts';

/** The characters Java's `\p{Cntrl}` names, tabs apart. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const controls = /[\x00-\x08\x0a-\x1f\x7f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const anyControl = /[\x00-\x1f\x7f]/;

/** Any text: a tab becomes four blanks, other control characters are dropped; what is empty then is NULL. */
export const text: Form = (raw) => ({ values: [cleanText(raw)] });

/** Text as rows of tab-separated values can hold it; null when nothing is left. */
export function cleanText(raw: string): string | null {
  const clean = anyControl.test(raw) ? raw.replaceAll('\t', '    ').replace(controls, '') : raw;
  return clean === '' ? null : clean;
}
