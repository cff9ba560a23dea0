/** The pieces of the collector. A fault replaces one of them, and the rest works on as it is. */
import type { Parameter } from '../../generated/model.ts';
import { parseQuery } from '../../wire/query.ts';
import type { Answer } from '../model.ts';
import type { Row } from '../storage/store.ts';
import type { Event } from './event.ts';
import { type Forms, forms } from './forms/forms.ts';
import { pixelAnswer } from './pixel.ts';
import { type RuleSet, rules } from './rules/rules.ts';

export interface SnowplowParts {
  /** The raw query to decoded parameters; of a repeated name the last counts. */
  parameters(query: string): Map<string, string>;
  forms: Forms;
  /** The columns a parameter fills, in the order in which its form yields values. */
  columnsOf(parameter: Parameter): readonly string[];
  rules: RuleSet;
  /** Stores the row of a good event, or the bad row of another one. */
  keep(insert: (row: Row) => void, row: Row): void;
  keepBad(insert: (row: Row) => void, row: Row): void;
  answer(event: Event): Answer;
}

export const soundParts: SnowplowParts = {
  parameters: lastOfEachName,
  forms,
  columnsOf: (parameter) => parameter.columns.map(({ column }) => column),
  rules,
  keep: (insert, row) => insert(row),
  keepBad: (insert, row) => insert(row),
  answer: pixelAnswer,
};

function lastOfEachName(query: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const { name, value } of parseQuery(query)) values.set(name, value);
  return values;
}
