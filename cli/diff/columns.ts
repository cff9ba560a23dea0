import type { Column, Facts } from '../../generated/model.ts';
import type { Difference } from './model.ts';

/** Stored columns that only one version has, and those of another type. */
export function columnsBetween(from: Facts, to: Facts): Difference['columns'] {
  const [before, after] = [columnsOf(from), columnsOf(to)];
  return {
    added: [...after.keys()].filter((name) => !before.has(name)),
    removed: [...before.keys()].filter((name) => !after.has(name)),
    changed: [...before].flatMap(([column, { type }]) => {
      const now = after.get(column)?.type;
      return now === undefined || now === type ? [] : [{ column, from: type, to: now }];
    }),
  };
}

function columnsOf({ records }: Facts): Map<string, Column> {
  const all = Object.values(records).flat();
  return new Map(all.map((column) => [`${column.record}.${column.column}`, column]));
}
