/** The readers of wire forms that parameters are read with: one object, so that a fault can replace one of them. */
import { dateTime } from './date-time.ts';
import { decimal } from './decimal.ts';
import { integer } from './integer.ts';
import { json } from './json.ts';
import { withoutBreaks } from './text.ts';

export interface Forms {
  text(text: string): string;
  integer(text: string): number | undefined;
  decimal(text: string): string | undefined;
  json(text: string): unknown;
  dateTime(text: string): number | undefined;
}

export const forms: Forms = { text: withoutBreaks, integer, decimal, json, dateTime };
