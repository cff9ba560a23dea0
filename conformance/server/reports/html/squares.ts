import { type Markup, markup } from '../markup.ts';
import { visible } from '../visible.ts';
import type { Mark } from './marks.ts';

// Squares of 14 pixels, 3 apart.
const step = 17;
const mostInLine = 12;

export interface Square {
  id: string;
  mark: Mark;
  /** What its mark means. */
  kind: string;
  /** What is told beside its id, where that is more. */
  word?: string;
  /** Whether it is a requirement, to which it leads. */
  linked?: boolean;
}

/** A picture of a few things under a title, a square for each. */
export function squares(title: string, all: readonly Square[]): Markup {
  const width = Math.min(all.length, mostInLine) * step;
  const height = Math.ceil(all.length / mostInLine) * step;
  return markup`<figure><figcaption>${visible(title)}</figcaption><svg class="squares" role="img" aria-label="${visible(title)}: ${spoken(all)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${all.map(square)}</svg></figure>`;
}

function square({ id, mark, kind, word = kind, linked }: Square, index: number): Markup {
  const shape = markup`<title>${visible(id)}: ${word}</title><use href="#mark-${mark}" x="${(index % mostInLine) * step}" y="${Math.floor(index / mostInLine) * step}" width="14" height="14"/>`;
  return linked
    ? markup`<a href="#${visible(id)}" tabindex="-1" class="mark ${mark}">${shape}</a>`
    : markup`<g class="mark ${mark}">${shape}</g>`;
}

function spoken(all: readonly Square[]): string {
  return [...Map.groupBy(all, ({ kind }) => kind)].map(([kind, own]) => `${own.length} ${kind}`).join(', ');
}
