/** Tables of what was set while the server ran. Options are JSON texts by name, as are the notes of scheduled tasks. */
import type { Table } from '../storage/migrate.ts';

export const settingTables: readonly Table[] = [
  {
    record: 'piwik_option',
    create: 'CREATE TABLE piwik_option ("name" TEXT NOT NULL PRIMARY KEY, "value" TEXT NOT NULL)',
    indexes: [],
  },
  {
    record: 'piwik_site',
    // A site that was removed has the document `null`, so that the configuration's site of that id stays away.
    create: 'CREATE TABLE piwik_site ("idsite" INTEGER NOT NULL PRIMARY KEY, "document" TEXT NOT NULL)',
    indexes: [],
  },
];
