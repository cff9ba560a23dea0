import { visible, visibleLines } from '../visible.ts';

// Signs of markup anywhere; of an address that becomes a link; of a heading or a list at the beginning.
const special = /[\\`*_{}[\]<>()|~&@$"'^:]|(?<=www)\.|^[^\p{L}]/giu;

/**
 * Text that Markdown takes for nothing but text, on one line, also within a table: characters that may mean something
 * become entities, which no dialect reads as markup.
 */
export function plain(text: string): string {
  return visible(text).replace(special, (character) => `&#${character.codePointAt(0)};`);
}

/** The same as code. Not in backticks, since those cannot hold every text within a table. */
export function code(text: string): string {
  return `<code>${plain(text)}</code>`;
}

/** A block of code behind a fence longer than any within it. */
export function block(text: string, language = ''): string {
  const shown = visibleLines(text);
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${shown}\n${fence}`;
}

/** A table; its cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
