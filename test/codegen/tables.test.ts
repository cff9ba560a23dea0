import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { editions } from './editions.ts';

describe.each(editions)('tables of $name', ({ facts, ddl }) => {
  const database = new DatabaseSync(':memory:');
  for (const { create, indexes } of ddl) for (const statement of [create, ...indexes]) database.exec(statement);

  it('make a table for each record', () => {
    expect(ddl.map(({ record }) => record)).toEqual(Object.keys(facts.records));
  });

  it.each(Object.entries(facts.records))('give %s the columns of the facts', (record, columns) => {
    const made = database.prepare(`PRAGMA table_info(${record})`).all() as {
      name: string;
      type: string;
      notnull: number;
      pk: number;
    }[];
    expect(made.map(({ name }) => name)).toEqual(columns.map(({ column }) => column));
    for (const [index, { kind, nullable, key, column }] of columns.entries()) {
      const { type, notnull, pk } = made[index] ?? {};
      expect({ column, type }).toEqual({ column, type: kind === 'integer' || kind === 'boolean' ? 'INTEGER' : 'TEXT' });
      expect({ column, pk }).toEqual({ column, pk: key ? 1 : 0 });
      if (!key) expect({ column, notnull }).toEqual({ column, notnull: nullable ? 0 : 1 });
    }
  });

  it('keep every digit of a decimal', () => {
    const column = Object.values(facts.records)
      .flat()
      .find(({ kind, nullable }) => kind === 'decimal' && nullable);
    if (column === undefined) throw new Error('No record has a nullable decimal.');
    const digits = '123456789012345678.123456789012345678';
    database.exec(`CREATE TEMP TABLE copy AS SELECT * FROM "${column.record}" WHERE 0`);
    database.prepare(`INSERT INTO copy ("${column.column}") VALUES (?)`).run(digits);
    expect(database.prepare(`SELECT "${column.column}" AS value FROM copy`).get()?.value).toBe(digits);
  });
});
