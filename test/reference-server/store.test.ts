import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schemaVersion } from '../../reference-server/storage/migrate.ts';
import { openStore } from '../../reference-server/storage/open.ts';

const table = (columns: string) => ({
  record: 'events',
  create: `CREATE TABLE "events" (${columns})`,
  indexes: ['CREATE INDEX "events_page" ON "events" ("page")'],
});
const first = [table('"id" INTEGER PRIMARY KEY, "page" TEXT')];

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beaconform-'));
  file = join(folder, 'test.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('openStore', () => {
  it('keeps rows from one opening to the next', () => {
    const store = openStore(file, first);
    const id = store.transaction(() => store.insert('events', { page: 'a' }));
    store.close();
    const again = openStore(file, first);
    expect(again.find('events', { id })).toEqual({ id, page: 'a' });
    again.close();
  });

  it('adds the columns and tables a newer spec brought, and keeps the rows', () => {
    const store = openStore(file, first);
    store.insert('events', { page: 'a' });
    store.close();
    const wider = '"id" INTEGER PRIMARY KEY, "page" TEXT, "n" INTEGER NOT NULL DEFAULT 7, "t" TEXT NOT NULL';
    const bad = { record: 'bad', create: 'CREATE TABLE "bad" ("errors" TEXT)', indexes: [] };
    const again = openStore(file, [table(wider), bad]);
    expect(again.find('events', { page: 'a' })).toEqual({ id: 1, page: 'a', n: 7, t: null });
    expect(again.insert('bad', { errors: '[]' })).toBe(1);
    again.close();
  });

  it('refuses a database of a newer program, and says what to do', () => {
    const database = new DatabaseSync(file);
    database.exec(`PRAGMA user_version = ${schemaVersion + 1}`);
    database.close();
    expect(() => openStore(file, first)).toThrow(/schema version 2, .* up to 1\. Use the newer beaconform/);
  });

  it('refuses a database of another program, a file that is none, and a folder', () => {
    const database = new DatabaseSync(file);
    database.exec('CREATE TABLE t (a)');
    database.close();
    expect(() => openStore(file, first)).toThrow(/tables of another program/);
    expect(() => openStore(folder, first)).toThrow(/cannot open the database/);
  });

  it('writes ahead and synchronises fully', () => {
    const store = openStore(file, first);
    expect(store.statement('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(store.statement('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    store.close();
  });
});

describe('Store', () => {
  it('stores booleans as 0 and 1, and finds NULL', () => {
    const store = openStore(':memory:', [table('"id" INTEGER PRIMARY KEY, "page" TEXT, "flag" INTEGER')]);
    store.insert('events', { flag: true });
    store.insert('events', { flag: null });
    expect(store.find('events', { flag: 1 })).toMatchObject({ id: 1, flag: 1 });
    expect(store.find('events', { flag: null })).toMatchObject({ id: 2 });
    expect(store.update('events', { id: 1 }, { page: 'b' })).toBe(1);
    expect(store.find('events', { page: 'b' })).toMatchObject({ id: 1 });
  });

  it('drops what a failed savepoint wrote and keeps its neighbours', () => {
    const store = openStore(':memory:', first);
    store.transaction(() => {
      store.savepoint(() => store.insert('events', { page: 'a' }));
      expect(() =>
        store.savepoint(() => {
          store.insert('events', { page: 'b' });
          throw new Error('half way');
        }),
      ).toThrow('half way');
      store.savepoint(() => store.insert('events', { page: 'c' }));
    });
    const pages = store.statement('SELECT "page" FROM "events"').all();
    expect(pages.map((row) => row.page)).toEqual(['a', 'c']);
  });

  it('drops the whole transaction when it fails, and works on', () => {
    const store = openStore(':memory:', first);
    expect(() =>
      store.transaction(() => {
        store.insert('events', { page: 'a' });
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(store.find('events', { page: 'a' })).toBeUndefined();
    expect(store.transaction(() => store.insert('events', { page: 'b' }))).toBe(1);
  });
});
