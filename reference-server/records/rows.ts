/** Stored rows that answer a question, as the records door writes them. */
import type { Column } from '../../generated/model.ts';
import { quoted, type Store, type StoredRow } from '../storage/store.ts';
import type { Question } from './question.ts';

export interface Page {
  records: Record<string, unknown>[];
  /** `_after` of the next page; absent on the last one. */
  next?: number;
}

const rowNumber = '_rowid_';

export function readRows(store: Store, record: string, columns: readonly Column[], question: Question): Page {
  const { sql, values } = select(record, columns, question);
  // The text differs with the number of values, so the statement is not kept.
  const rows = store.prepare(sql).all(...values) as StoredRow[];
  const page = rows.slice(0, question.limit);
  const records = page.map((row) => render(record, columns, row));
  const last = page.at(-1);
  return rows.length > page.length && last !== undefined ? { records, next: Number(last[rowNumber]) } : { records };
}

function select(record: string, columns: readonly Column[], question: Question) {
  const names = columns.map(({ column }) => quoted(column)).join(', ');
  const conditions = ['rowid > ?', ...question.filters.map(condition)];
  if (question.distinct !== undefined) conditions.push(firstOf(record, question.distinct));
  const sql =
    `SELECT rowid AS ${rowNumber}, ${names} FROM ${quoted(record)} WHERE ${conditions.join(' AND ')} ` +
    'ORDER BY rowid LIMIT ?';
  return { sql, values: [question.after, ...question.filters.flatMap(({ values }) => values), question.limit + 1] };
}

function condition({ column, values }: Question['filters'][number]): string {
  return `${quoted(column)} IN (${values.map(() => '?').join(', ')})`;
}

/** Rows without a value are nobody's duplicates. */
function firstOf(record: string, column: string): string {
  const name = quoted(column);
  return `(${name} IS NULL OR rowid IN (SELECT min(rowid) FROM ${quoted(record)} GROUP BY ${name}))`;
}

function render(record: string, columns: readonly Column[], row: StoredRow): Record<string, unknown> {
  const rendered: Record<string, unknown> = {};
  for (const { column, kind } of columns) {
    const value = row[column] ?? null;
    if (value === null) rendered[column] = null;
    else if (kind === 'boolean') rendered[column] = value !== 0;
    // The errors of a bad row are a list by contract, unlike other JSON, whose text is what was stored.
    else if (record === 'bad' && column === 'errors') rendered[column] = JSON.parse(String(value));
    else rendered[column] = value;
  }
  return rendered;
}
