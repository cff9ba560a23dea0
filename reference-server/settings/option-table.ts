/** The option table: JSON values by name. */
import type { Store } from '../storage/store.ts';

/** Undefined when nothing is kept by this name. */
export function readOption(store: Store, name: string): unknown {
  const row = store.statement('SELECT value FROM piwik_option WHERE name = ?').get(name);
  return row === undefined ? undefined : JSON.parse(String(row.value));
}

export function writeOption(store: Store, name: string, value: unknown): void {
  const sql = 'INSERT INTO piwik_option VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value';
  store.statement(sql).run(name, JSON.stringify(value));
}

/** The next reader finds nothing. */
export function dropOption(store: Store, name: string): void {
  store.statement('DELETE FROM piwik_option WHERE name = ?').run(name);
}
