import type { StoredValue, Where } from '../../model.ts';
import { referenceOf, splitColumn } from '../../readers/references.ts';
import type { BundledCase } from '../bundled-case.ts';
import type { Expectations, Found } from '../expectations.ts';
import { string, text } from './quote.ts';

/** Functions of a test that read rows back over the records door, following keys to other records. */
export function readingFunctions(bundled: BundledCase, expectations: Expectations): string {
  const references = referencesOf(expectations).map(
    ([key, { record, column }]) => `  ${string(key)}: { record: ${string(record)}, column: ${string(column)} },`,
  );
  const table = references.length > 0 ? `{\n${references.join('\n')}\n}` : '{}';
  return `const protocol = ${string(bundled.facts.protocol)};

/** Keys of other records. */
const references: Record<string, { record: string; column: string }> = ${table};

${lookups}`;
}

/** Every key on a path of what is expected. */
function referencesOf({ rows, relations, absent }: Expectations) {
  const paths = [
    ...rows.flatMap(({ where, columns }) => [...Object.keys(where), ...columns.map(({ name }) => name)]),
    ...relations.flatMap(({ one, other }) =>
      [one, other].flatMap(({ where, column }) => [...Object.keys(where), column]),
    ),
    ...absent.flatMap(({ where, twin }) => [...Object.keys(where), ...Object.keys(twin.where)]),
  ];
  const keys = new Set(paths.flatMap((path) => path.split('.').slice(0, -1)));
  return [...keys].flatMap((key) => {
    const reference = referenceOf(splitColumn(key).key);
    return reference ? [[key, reference] as const] : [];
  });
}

/** `"log_visit", { "idvisitor": visitor0 }` */
export function foundBy({ record, where }: Found, template: BundledCase['template']): string {
  return `${string(record)}, ${objectOf(where, template)}`;
}

function objectOf(where: Where, template: BundledCase['template']): string {
  const entries = Object.entries(where).map(([name, value]) => `${string(name)}: ${valueText(value, template)}`);
  return `{ ${entries.join(', ')} }`;
}

export function valueText(value: StoredValue, template: BundledCase['template']): string {
  return typeof value === 'string' ? text(template(value)) : JSON.stringify(value);
}

const lookups = `type Value = string | number | boolean | null;
type Row = Record<string, Value>;

/** Rows that have one of the values in each column. */
async function rows(record: string, filter: Record<string, Value[]>): Promise<Row[]> {
  const pairs = Object.entries(filter).flatMap(([column, values]) => values.map((value) => [column, String(value)]));
  if (Object.values(filter).some((values) => values.length === 0)) return [];
  const headers = readerToken === "" ? {} : { authorization: \`Bearer \${readerToken}\` };
  const answer = await fetch(\`\${door}records/\${protocol}/\${record}?\${new URLSearchParams(pairs)}\`, { headers });
  return ((await answer.json()) as { records: Row[] }).records;
}

/** The plain column behind a dotted one, and the keys that lead to a row with the value. */
async function keysOf(path: string, value: Value): Promise<{ column: string; values: Value[] }> {
  const [column = "", ...rest] = path.split(".");
  const reference = references[column];
  if (rest.length === 0 || !reference) return { column, values: [value] };
  const inner = await keysOf(rest.join("."), value);
  const found = await rows(reference.record, { [inner.column]: inner.values });
  return { column, values: found.map((row) => row[reference.column] ?? null) };
}

async function valueOf(row: Row, path: string): Promise<Value> {
  const [column = "", ...rest] = path.split(".");
  const reference = references[column];
  const key = row[column] ?? null;
  if (rest.length === 0 || !reference || key === null) return key;
  const [target] = await rows(reference.record, { [reference.column]: [key] });
  return target ? valueOf(target, rest.join(".")) : null;
}

/** The rows a case is about, with the columns asked for. */
async function stored(record: string, where: Record<string, Value>, columns: string[] = []): Promise<Row[]> {
  const filter: Record<string, Value[]> = {};
  for (const [path, value] of Object.entries(where)) {
    if (value === null) continue;
    const { column, values } = await keysOf(path, value);
    filter[column] = filter[column]?.filter((one) => values.includes(one)) ?? values;
  }
  const found = await rows(record, filter);
  const shown = async (row: Row) => Object.fromEntries(await Promise.all(columns.map(async (path) => [path, await valueOf(row, path)] as const)));
  return Promise.all(found.map(shown));
}

/** What the one row holds in a column; fails when the row does not come. */
async function valueIn(record: string, where: Record<string, Value>, column: string): Promise<Value | undefined> {
  await expect.poll(() => stored(record, where), patience).not.toEqual([]);
  const [row] = await stored(record, where, [column]);
  return row?.[column];
}
`;
