/** Compares stored rows with recorded ones, column by column. */
import { facts } from '../../generated/piwik/2.0/facts.ts';
import { addressText, parseAddress } from '../../reference-server/piwik/address.ts';
import type { StoredRow, Tables } from './replay.ts';

export interface Difference {
  /** `table.column`, or the table alone when the number of rows differs. */
  column: string;
  expected: unknown;
  stored: unknown;
}

/**
 * Not compared: a plugin fills `location_provider` by asking name servers, which no request reaches, and
 * `idaction` numbers are compared by the texts they stand for.
 */
const notCompared = new Set(['log_visit.location_provider', 'log_action.idaction']);

export interface Comparison {
  agreed: number;
  differences: Difference[];
}

export function compare(expected: Tables, stored: Tables, ignored: readonly string[]): Comparison {
  const result: Comparison = { agreed: 0, differences: [] };
  const skip = new Set([...notCompared, ...ignored]);
  if (skip.has('log_action.name')) skip.add('log_action.hash');
  for (const [record, columns] of Object.entries(facts.records)) {
    // Where the texts of action types are no truth, the numbers are compared.
    const byText = !skip.has('log_action.name');
    const left = prepared(record, expected, byText);
    const right = prepared(record, stored, byText);
    if (left.length !== right.length) {
      result.differences.push({ column: record, expected: left.length, stored: right.length });
    }
    for (let row = 0; row < Math.min(left.length, right.length); row += 1) {
      for (const { column, kind } of columns) {
        const name = `${record}.${column}`;
        if (skip.has(name)) continue;
        const [a, b] = [left[row]?.[column] ?? null, right[row]?.[column] ?? null];
        if (same(a, b, kind)) result.agreed += 1;
        else result.differences.push({ column: name, expected: a, stored: b });
      }
    }
  }
  return result;
}

/** Random ids of the recording are all alike: `<random#1>`. */
function same(expected: unknown, stored: unknown, kind: string): boolean {
  if (typeof expected === 'string' && expected.startsWith('<random#')) return stored !== null;
  if (kind === 'decimal' && expected !== null && stored !== null) return sameFloat(Number(expected), Number(stored));
  return expected === stored;
}

/** The recorded server keeps numbers in single precision and shows six digits of them. */
function sameFloat(expected: number, stored: number): boolean {
  return Math.abs(expected - stored) <= Math.max(Math.abs(expected), Math.abs(stored)) * 6e-6;
}

/** Rows with action types named by their texts, and addresses written as text. */
function prepared(record: string, tables: Tables, byText: boolean): StoredRow[] {
  const types = new Map((tables.log_action ?? []).map((row) => [row.idaction, `${row.type}: ${row.name}`]));
  const rows = (tables[record] ?? []).map((row) => {
    const copy: StoredRow = {};
    for (const [column, value] of Object.entries(row)) {
      if (byText && column.includes('idaction') && column !== 'idaction') copy[column] = types.get(value) ?? value;
      else copy[column] = column === 'location_ip' ? addressOf(String(value)) : value;
    }
    return copy;
  });
  const order = orders[record];
  return order === undefined || (record === 'log_action' && !byText) ? rows : rows.sort(by(order));
}

/** Columns by which rows are put in order where the order of storing says nothing. */
const orders: Readonly<Record<string, readonly string[]>> = {
  log_action: ['type', 'name'],
  log_conversion: ['idvisit', 'idgoal', 'idorder', 'buster'],
  log_conversion_item: ['idvisit', 'idorder', 'idaction_sku'],
};

function by(columns: readonly string[]): (a: StoredRow, b: StoredRow) => number {
  const key = (row: StoredRow) => columns.map((column) => String(row[column] ?? '').padStart(12)).join(' ');
  return (a, b) => (key(a) < key(b) ? -1 : 1);
}

/** One case list writes addresses in hexadecimal, the other as text. */
function addressOf(text: string): string {
  const bytes = /^(?:[0-9a-f]{8}|[0-9a-f]{32})$/.test(text) ? [...Buffer.from(text, 'hex')] : undefined;
  const plain = bytes?.length === 4 ? bytes.join('.') : bytes && text.replace(/(....)(?!$)/g, '$1:');
  const address = parseAddress(plain ?? text);
  return address === undefined ? text : addressText(address);
}
