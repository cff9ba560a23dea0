import type { ColumnKind } from '../model.ts';

const kinds: Readonly<Record<string, ColumnKind>> = {
  smallint: 'integer',
  integer: 'integer',
  bigint: 'integer',
  boolean: 'boolean',
  double: 'decimal',
  decimal: 'decimal',
  text: 'text',
  char: 'text',
  varchar: 'text',
  date: 'date',
  time: 'time',
  timestamp: 'timestamp',
  json: 'json',
  ip: 'ip',
  binary: 'binary',
};

/** How readers write a value of a logical SQL type: `decimal(36,2)` is a `decimal`, `varchar(255)` a `text`. */
export function kindOf(type: string): ColumnKind {
  const kind = kinds[type.replace(/\(.*$/, '')];
  if (kind === undefined) throw new Error(`The SQL type "${type}" is not in spec/meta/sql-type.schema.json.`);
  return kind;
}

/** Characters or bytes a column holds: 255 for `varchar(255)`, undefined for a type without a length. */
export function lengthOf(type: string): number | undefined {
  const length = /^(?:char|varchar|binary)\((\d+)\)$/.exec(type)?.[1];
  return length === undefined ? undefined : Number(length);
}
