/** Columns of plugins: added to the tables, never taken away, and shown by the records door. */
import type { Facts } from '../../../generated/model.ts';
import { facts } from '../../../generated/piwik/2.0/facts.ts';
import { quoted, type Store } from '../../storage/store.ts';
import type { Plugin, PluginColumn } from './plugin.ts';

const sqlTypes: Readonly<Record<PluginColumn['kind'], string>> = {
  integer: 'INTEGER',
  boolean: 'INTEGER',
  decimal: 'TEXT',
  text: 'TEXT',
  time: 'TEXT',
};

/** Throws when a plugin wants a column that it cannot have. */
export function checkColumns(plugins: readonly Plugin[]): void {
  const taken = new Set(Object.values(facts.records).flatMap((columns) => columns.map(nameOf)));
  for (const { name, columns = [] } of plugins) {
    for (const column of columns) {
      const wanted = `the plugin ${name} wants the column ${nameOf(column)}`;
      if (taken.has(nameOf(column))) throw new Error(`${wanted}, which there is already; give it another name`);
      if (!/^[a-z_][a-z0-9_]*$/.test(column.column))
        throw new Error(`${wanted}; a name has small letters, digits and underscores`);
      if (!Object.hasOwn(sqlTypes, column.kind) || !['log_visit', 'log_conversion'].includes(column.record))
        throw new Error(`${wanted} of the kind ${column.kind}; see the type PluginColumn for what there is`);
      taken.add(nameOf(column));
    }
  }
}

/** Adds the columns that the store lacks. */
export function addColumns(store: Store, plugins: readonly Plugin[]): void {
  for (const { record, column, kind } of plugins.flatMap(({ columns = [] }) => columns)) {
    const present = store.prepare(`PRAGMA table_info(${quoted(record)})`).all();
    if (present.some(({ name }) => name === column)) continue;
    store.prepare(`ALTER TABLE ${quoted(record)} ADD COLUMN ${quoted(column)} ${sqlTypes[kind]}`).run();
  }
}

/** The facts with the columns of plugins behind those of each record. */
export function factsWith(plain: Facts, plugins: readonly Plugin[]): Facts {
  const added = plugins.flatMap(({ columns = [] }) => columns);
  if (added.length === 0) return plain;
  const records = Object.entries(plain.records).map(([record, columns]) => {
    const own = added.filter((column) => column.record === record);
    return [
      record,
      [...columns, ...own.map((column) => ({ ...column, type: column.kind, nullable: true, parameters: [] }))],
    ];
  });
  return { ...plain, records: Object.fromEntries(records) };
}

function nameOf({ record, column }: { record: string; column: string }): string {
  return `${record}.${column}`;
}
