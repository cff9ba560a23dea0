/** Creates tables, adds columns that newer specs brought, and keeps older programs away from newer data. */
import { DatabaseSync } from 'node:sqlite';
import { quoted } from './store.ts';

/** One table of the generated DDL. */
export interface Table {
  record: string;
  create: string;
  indexes: readonly string[];
}

/**
 * Version of what the rows mean, kept in `PRAGMA user_version`. Added tables and columns do not raise it; a change
 * that an older program would misread does, and needs a step in `steps`.
 */
export const schemaVersion = 1;

/** Step n takes a database from version n to n + 1. The first one is the creation of the tables itself. */
const steps: readonly ((database: DatabaseSync) => void)[] = [() => {}];

/** Throws when the database is newer than this program or is not ours; the caller closes it. */
export function migrate(database: DatabaseSync, tables: readonly Table[]): void {
  const found = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  if (found > schemaVersion) {
    throw new Error(
      `it has schema version ${found}, and this program knows versions up to ${schemaVersion}. ` +
        'Use the newer beaconform that wrote it, or another file.',
    );
  }
  if (found === 0 && tableNames(database).length > 0) {
    throw new Error('it holds tables of another program. Use another file.');
  }
  database.exec('BEGIN IMMEDIATE');
  for (const step of steps.slice(found)) step(database);
  for (const table of tables) create(database, table);
  addColumns(database, tables);
  for (const table of tables) for (const index of table.indexes) database.exec(ifAbsent(index));
  database.exec(`PRAGMA user_version = ${schemaVersion}; COMMIT`);
}

function create(database: DatabaseSync, table: Table): void {
  database.exec(ifAbsent(table.create));
}

/** The statement that does nothing when the table or index is there. */
export function ifAbsent(sql: string): string {
  return sql.replace(/^\s*CREATE (TABLE|UNIQUE INDEX|INDEX) (?!IF NOT EXISTS)/i, 'CREATE $1 IF NOT EXISTS ');
}

interface ColumnInfo {
  name: string;
  type: string;
  dflt_value: string | null;
}

/** Compares with the same tables made afresh in memory, so that the DDL is the only description of them. */
function addColumns(database: DatabaseSync, tables: readonly Table[]): void {
  const fresh = new DatabaseSync(':memory:');
  for (const table of tables) {
    create(fresh, table);
    const present = new Set(columnsOf(database, table.record).map((column) => column.name));
    for (const column of columnsOf(fresh, table.record)) {
      if (!present.has(column.name)) database.exec(addition(table.record, column));
    }
  }
  fresh.close();
}

/** Rows of before have no value, so an added column is nullable unless the DDL gives a default. */
function addition(record: string, column: ColumnInfo): string {
  const fallback = column.dflt_value === null ? '' : ` NOT NULL DEFAULT ${column.dflt_value}`;
  return `ALTER TABLE ${quoted(record)} ADD COLUMN ${quoted(column.name)} ${column.type}${fallback}`;
}

function columnsOf(database: DatabaseSync, record: string): ColumnInfo[] {
  return database.prepare(`PRAGMA table_info(${quoted(record)})`).all() as unknown as ColumnInfo[];
}

function tableNames(database: DatabaseSync): string[] {
  const rows = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  return rows.map((row) => String(row.name));
}
