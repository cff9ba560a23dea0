/**
 * Markup put together with every text in it escaped, for XML and HTML alike.
 * Written here: it is one function, and a template engine or an XML builder would escape no more than its five
 * characters (what XML forbids altogether is made visible before).
 */
export interface Markup {
  readonly markup: string;
}

type Part = Markup | string | number | undefined | readonly (Markup | undefined)[];

/** A template whose texts are escaped; other markup and lists of it stand as they are, undefined is nothing. */
export function markup(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const text = pieces.reduce((whole, piece, index) => whole + written(parts[index - 1]) + piece);
  return { markup: text };
}

/** Text that is markup already: the page's own style and script. */
export function raw(text: string): Markup {
  return { markup: text };
}

function written(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escapedText(part);
  if ('markup' in part) return part.markup;
  return part.map((one) => one?.markup ?? '').join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapedText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] as string);
}
