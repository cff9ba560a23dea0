import { crc32 } from 'node:zlib';
import { type Row, type Variation, withRows } from './variation.ts';

/** Texts of which the ledger says, under piwik.text-as-sent, that they may be stored escaped. */
const columns: Readonly<Record<string, readonly string[]>> = {
  log_action: ['name'],
  log_visit: ['location_city'],
  log_conversion: ['idorder', 'url'],
  log_conversion_item: ['idorder'],
};
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#039;',
};
/** Kinds of action types that name an order's items. */
const items: readonly unknown[] = [5, 6, 7];
const marks = Object.fromEntries(Object.entries(entities).map(([mark, entity]) => [entity, mark]));

export const escapedText: Variation = {
  id: 'escaped-text',
  sentence: 'It stores text with its markup escaped for HTML, as Piwik did.',
  protocols: ['piwik'],
  ask: (path) => {
    const { pathname, searchParams } = new URL(path, 'http://door');
    const own = columns[pathname.split('/').at(-1) ?? ''] ?? [];
    if (!pathname.startsWith('/records/') || !own.some((name) => searchParams.has(name))) return path;
    // Only a value that is escaped finds a row.
    const pairs = [...searchParams].flatMap(([name, value]) => {
      if (!own.includes(name)) return [[name, value]];
      const raw = unescaped(value);
      return escaped(raw) === value ? [[name, raw]] : [[name, 'stored by no row']];
    });
    return `${pathname}?${new URLSearchParams(pairs)}`;
  },
  answer: (exchange) => withRows(exchange, (rows, record) => rows.map((row) => escapedRow(record, row))),
};

function escapedRow(record: string, row: Row): Row {
  if (record === 'log_action' && items.includes(row.type)) return row;
  const changed = { ...row };
  for (const name of columns[record] ?? []) if (typeof row[name] === 'string') changed[name] = escaped(row[name]);
  // The category of a search stands in a custom variable.
  if (row.custom_var_k4 === '_pk_scat') changed.custom_var_v4 = escaped(String(row.custom_var_v4));
  if (record === 'log_action' && 'hash' in row) changed.hash = crc32(String(changed.name));
  return changed;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
}

function unescaped(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#039);/g, (entity) => marks[entity] ?? entity);
}
