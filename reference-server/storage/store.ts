/** Rows in an embedded SQLite database: statements are prepared once, commits are durable. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';

/**
 * What a column can be given; booleans are stored as 0 and 1. A number is for integer columns only: node:sqlite binds
 * it as a float, of which a text column makes `1.0`, so decimals are given as text.
 */
export type Value = string | number | bigint | boolean | null;
export type Row = Readonly<Record<string, Value>>;
/** A row as SQLite gives it back: booleans are 0 and 1. */
export type StoredRow = Record<string, string | number | null>;

export class Store {
  private readonly database: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();
  private readonly updates = new Map<string, StatementSync>();
  /** How often something was rolled back: what was remembered of rows before may no longer be there. */
  rollbacks = 0;

  /** Takes an open database whose tables are up to date: see `openStore`. */
  constructor(database: DatabaseSync) {
    this.database = database;
  }

  /** The prepared statement of this SQL text, made at first use. */
  statement(sql: string): StatementSync {
    let statement = this.statements.get(sql);
    if (statement === undefined) {
      statement = this.database.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  /** A statement that is used once and not kept. */
  prepare(sql: string): StatementSync {
    return this.database.prepare(sql);
  }

  /** Inserts a row and returns its number (`rowid`). */
  insert(record: string, row: Row): number {
    return this.rowInserter(record, Object.keys(row))(row);
  }

  /** For hot paths: prepares the insertion of these columns once; a column that a row does not have is NULL. */
  rowInserter(record: string, columns: readonly string[]): (row: Row) => number {
    const statement = this.insertion(record, columns);
    return (row) => Number(statement.run(...columns.map((column) => bindable(row[column]))).lastInsertRowid);
  }

  /** Updates the rows whose `key` columns hold these values; returns how many there were. */
  update(record: string, key: Row, row: Row): number {
    const values = Object.values(row).concat(Object.values(key)).map(bindable);
    return Number(this.updating(record, Object.keys(key), Object.keys(row)).run(...values).changes);
  }

  /** The first row whose columns hold these values, in order of insertion; undefined when there is none. */
  find(record: string, key: Row): StoredRow | undefined {
    const sql = `SELECT * FROM ${quoted(record)} WHERE ${conditions(Object.keys(key))} ORDER BY rowid LIMIT 1`;
    return this.statement(sql).get(...Object.values(key).map(bindable)) as StoredRow | undefined;
  }

  /** Runs the work in one transaction and commits it to disk; rolls back and throws when work or commit fails. */
  transaction<Result>(work: () => Result): Result {
    return this.bracket('BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK', work);
  }

  /** Runs the work so that it is stored whole or not at all, inside the transaction under way. */
  savepoint<Result>(work: () => Result): Result {
    return this.bracket('SAVEPOINT hit', 'RELEASE hit', 'ROLLBACK TO hit', work);
  }

  close(): void {
    this.database.close();
  }

  /** Writing the SQL anew for each row would cost as much as running it. */
  private updating(record: string, key: readonly string[], columns: readonly string[]): StatementSync {
    const shape = `${record} ${key} ${columns}`;
    let statement = this.updates.get(shape);
    if (statement === undefined) {
      const assignments = columns.map((column) => `${quoted(column)} = ?`).join(', ');
      statement = this.statement(`UPDATE ${quoted(record)} SET ${assignments} WHERE ${conditions(key)}`);
      this.updates.set(shape, statement);
    }
    return statement;
  }

  private insertion(record: string, columns: readonly string[]): StatementSync {
    const names = columns.map(quoted).join(', ');
    const marks = columns.map(() => '?').join(', ');
    const values = columns.length === 0 ? 'DEFAULT VALUES' : `(${names}) VALUES (${marks})`;
    return this.statement(`INSERT INTO ${quoted(record)} ${values}`);
  }

  private bracket<Result>(open: string, commit: string, rollback: string, work: () => Result): Result {
    this.statement(open).run();
    try {
      const result = work();
      this.statement(commit).run();
      return result;
    } catch (error) {
      this.rollbacks += 1;
      // SQLite itself ends the transaction on some errors (a full disk), and there is nothing left to roll back.
      if (this.database.isTransaction) {
        this.statement(rollback).run();
        if (rollback !== 'ROLLBACK') this.statement(commit).run();
      }
      throw error;
    }
  }
}

/** A name as SQL writes it, so that columns may bear the names of keywords. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function conditions(key: readonly string[]): string {
  return key.map((column) => `${quoted(column)} IS ?`).join(' AND ');
}

function bindable(value: Value | undefined): Exclude<Value, boolean> {
  if (value === undefined) return null;
  return typeof value === 'boolean' ? Number(value) : value;
}
