import type { RecordFacts } from '../facts/records.ts';
import type { Column, ColumnKind } from '../model.ts';
import type { Emitter, Source } from './emitter.ts';
import { header } from './header.ts';

/** How SQLite keeps each kind: decimals as text, so that no digit passes through a float. */
const storage: Readonly<Record<ColumnKind, 'INTEGER' | 'TEXT'>> = {
  integer: 'INTEGER',
  boolean: 'INTEGER',
  decimal: 'TEXT',
  text: 'TEXT',
  date: 'TEXT',
  time: 'TEXT',
  timestamp: 'TEXT',
  binary: 'TEXT',
  ip: 'TEXT',
  json: 'TEXT',
};

/** `tables.ts`: the statements that make an edition's tables in SQLite. */
export const tablesFile: Emitter = {
  file: 'tables.ts',
  text({ records, origin }: Source): string {
    const ddl = records
      .filter(({ columns }) => columns.length > 0)
      .map((record) => ({ record: record.record, create: createTable(record), indexes: createIndexes(record) }));
    const type = 'readonly { record: string; create: string; indexes: readonly string[] }[]';
    return `${header('tables', origin)}\nexport const ddl: ${type} = ${JSON.stringify(ddl, null, 2)};\n`;
  },
};

function createTable({ record, columns }: RecordFacts): string {
  return `CREATE TABLE ${quote(record)} (\n${columns.map((column) => `  ${define(column)}`).join(',\n')}\n)`;
}

function define({ column, kind, nullable, key }: Column): string {
  if (key === true) return `${quote(column)} INTEGER PRIMARY KEY`;
  return `${quote(column)} ${storage[kind]}${nullable ? '' : ' NOT NULL'}`;
}

function createIndexes({ record, indexes }: RecordFacts): string[] {
  return indexes.map(({ columns, unique }) => {
    const name = quote([record, ...columns].join('_'));
    return `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${name} ON ${quote(record)} (${columns.map(quote).join(', ')})`;
  });
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
