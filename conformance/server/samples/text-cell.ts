/** What a text column must hold after a text was sent. */
import type { Facts, ParameterColumn } from '../../../generated/model.ts';
import type { Cell } from '../model.ts';
import { settled } from './settled.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#039;',
};

export function htmlEscaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}

/** The text itself; where the ledger leaves it open, HTML-escaped or as the integer its digits are. */
export function textCell(column: ParameterColumn, text: string, facts: Facts): Cell {
  const integer = /^[0-9]+$/.test(text) ? Number(text) : null;
  return settled(column, text, facts, { escaped: htmlEscaped(text), integer });
}
