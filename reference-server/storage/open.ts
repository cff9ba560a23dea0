/** Opens a database file and brings its tables up to date. */
import { DatabaseSync } from 'node:sqlite';
import { migrate, type Table } from './migrate.ts';
import { Store } from './store.ts';

/**
 * Opens `file` (`:memory:` keeps everything in memory), creating it when absent.
 *
 * Write-ahead log with `synchronous=FULL`: a commit that returned survives the death of process and machine.
 * Throws when the file is no database, belongs to another program, or was written by a newer Beaconform.
 */
export function openStore(file: string, tables: readonly Table[]): Store {
  const database = connect(file);
  try {
    migrate(database, tables);
    return new Store(database);
  } catch (error) {
    database.close();
    throw new Error(`cannot use the database ${file}: ${(error as Error).message}`, { cause: error });
  }
}

/** A longer log between checkpoints lets pages that many hits touch be written back once. */
const pragmas = ['journal_mode = WAL', 'synchronous = FULL', 'wal_autocheckpoint = 4000', 'busy_timeout = 5000'];

function connect(file: string): DatabaseSync {
  try {
    const database = new DatabaseSync(file);
    for (const pragma of pragmas) database.exec(`PRAGMA ${pragma}`);
    return database;
  } catch (error) {
    const reason = (error as Error).message;
    throw new Error(`cannot open the database ${file}: ${reason}. Give --database a file that can be written.`, {
      cause: error,
    });
  }
}
