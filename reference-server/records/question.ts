/** The query of a records request to conditions on columns. */
import type { Column } from '../../generated/model.ts';
import { parseQuery } from '../../wire/query.ts';
import { BadRequest } from '../http/answers.ts';

/** What is asked for; `filters` hold the values a column may have, as the store keeps them. */
export interface Question {
  filters: { column: string; values: (string | number)[] }[];
  limit: number;
  after: number;
  /** Only the first row of those that share a value in this column. */
  distinct?: string;
}

const defaultLimit = 10_000;
const mostValues = 30_000;

/** Throws {@link BadRequest} 400 for a column or option that does not exist, or an option's value of another kind. */
export function readQuestion(query: string, columns: readonly Column[]): Question {
  const filters = new Map<string, Question['filters'][number]>();
  const question: Question = { filters: [], limit: defaultLimit, after: 0 };
  const pairs = parseQuery(query);
  if (pairs.length > mostValues) throw new BadRequest(400, `more than ${mostValues} values; ask in parts`);
  for (const { name, value } of pairs) {
    if (name.startsWith('_')) {
      readOption(question, columns, name, value);
      continue;
    }
    const column = columnOf(columns, name);
    const filter = filters.get(name) ?? { column: name, values: [] };
    filters.set(name, filter);
    filter.values.push(...storedForm(column, value));
  }
  question.filters = [...filters.values()];
  return question;
}

function readOption(question: Question, columns: readonly Column[], name: string, value: string): void {
  if (name === '_limit') question.limit = wholeNumber(name, value, 1);
  else if (name === '_after') question.after = wholeNumber(name, value, 0);
  else if (name === '_distinct') question.distinct = columnOf(columns, value).column;
  else throw new BadRequest(400, `${JSON.stringify(name)} is no option; there are _limit, _after and _distinct`);
}

function columnOf(columns: readonly Column[], name: string): Column {
  const column = columns.find((candidate) => candidate.column === name);
  if (column !== undefined) return column;
  const names = columns.map((candidate) => candidate.column).join(', ');
  throw new BadRequest(400, `${JSON.stringify(name)} is no column; there are ${names}`);
}

function wholeNumber(name: string, value: string, least: number): number {
  const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least) return number;
  throw new BadRequest(400, `${name} is ${JSON.stringify(value)}; give a whole number of at least ${least}`);
}

/** A filter value as the store keeps it; one that no row of this kind can have matches none. */
function storedForm({ kind }: Column, value: string): (string | number)[] {
  switch (kind) {
    case 'integer':
      return /^-?\d{1,15}$/.test(value) ? [Number(value)] : [];
    case 'boolean':
      if (value === 'true' || value === '1') return [1];
      return value === 'false' || value === '0' ? [0] : [];
    case 'binary':
      return [value.toLowerCase()];
    default:
      return [value];
  }
}
