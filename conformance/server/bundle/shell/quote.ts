import type { Slot, Template } from '../template.ts';

/** A text as one word of a POSIX shell: in single quotes but for its variables. */
export function word(template: Template): string {
  const pieces = joined(template).map((piece) => (typeof piece === 'string' ? literal(piece) : `"$${piece.slot}"`));
  return pieces.join('') || "''";
}

export function literal(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Neighbouring texts as one. */
function joined(template: Template): Template {
  const pieces: (string | Slot)[] = [];
  for (const piece of template) {
    const last = pieces.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}
