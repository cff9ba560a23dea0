import { canonical } from '../run/values.ts';
import { RecordsDoor } from './door.ts';
import { joinReferences, keysOf } from './joins.ts';
import type { Reader, ReaderOptions, Row, Wanted } from './reader.ts';
import { endOf } from './references.ts';

/** Reads over the records door of the reference server, or of any server that opens the same door. */
export function beaconformReader(options: ReaderOptions): Reader {
  const door = new RecordsDoor(options);
  return {
    name: 'beaconform',
    probe: () => door.probe(),
    close: () => door.close(),
    sees: (record, column) => {
      const end = endOf(record, column);
      return end !== undefined && options.kindOf(end.record, end.column) !== undefined;
    },
    read: async (wanted) => {
      const found: (readonly Row[])[] = wanted.map(() => []);
      const groups = Map.groupBy(wanted.keys(), (index) => shapeOf(wanted[index] as Wanted));
      await Promise.all(
        [...groups.values()].map(async (indexes) => {
          const rows = await readGroup(
            door,
            options.kindOf,
            indexes.map((index) => wanted[index] as Wanted),
          );
          for (const [position, index] of indexes.entries()) found[index] = rows[position] ?? [];
        }),
      );
      return found;
    },
  };
}

/** Wanted rows of one shape, in one record and by the same columns, are read together. */
function shapeOf({ record, where }: Wanted): string {
  return JSON.stringify([record, ...Object.keys(where).sort()]);
}

async function readGroup(door: RecordsDoor, kindOf: ReaderOptions['kindOf'], group: readonly Wanted[]) {
  const { record, where } = group[0] as Wanted;
  const paths = Object.keys(where).sort();
  const { path, values } = mostSelective(group, paths);
  const { column, keys } = await keysOf(door, record, path, values);
  const rows = keys.length === 0 ? [] : await door.rows(record, { [column]: keys });
  const joined = await joinReferences(door, record, rows, [
    ...new Set([...paths, ...group.flatMap(({ columns }) => columns)]),
  ]);
  const keyOf = (row: Row) =>
    JSON.stringify(
      paths.map((name) => {
        const end = endOf(record, name);
        return canonical(end && kindOf(end.record, end.column), row[name] ?? null);
      }),
    );
  const byKey = Map.groupBy(joined, keyOf);
  return group.map((wanted) => byKey.get(keyOf(wanted.where)) ?? []);
}

/** The column with the most different values; the others are compared here. */
function mostSelective(group: readonly Wanted[], paths: readonly string[]) {
  const candidates = paths
    .map((path) => ({ path, values: [...new Set(group.map(({ where }) => where[path] ?? null))] }))
    .filter(({ values }) => !values.includes(null))
    .sort((a, b) => b.values.length - a.values.length || depth(a.path) - depth(b.path));
  const best = candidates[0];
  if (!best) throw new Error(`a row of ${group[0]?.record} is looked for by no column that has a value`);
  return best;
}

function depth(path: string): number {
  return path.split('.').length;
}
