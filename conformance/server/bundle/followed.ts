import type { Cell, ExpectedRecord, Scenario } from '../model.ts';
import { filled, type SlotValues, templateOf } from './template.ts';

interface Rendered {
  scenario: Scenario;
  values: SlotValues;
}

/**
 * The scenario of one run if it follows from its values alone, as the same case of another run shows; else undefined.
 * A column that must hold what is computed from a value (a hash of a name) is described in words from here on.
 */
export function followed(one: Rendered, other: Rendered): Scenario | undefined {
  const same = (a: unknown, b: unknown) =>
    filled(templateOf(JSON.stringify(a), one.values), other.values) === JSON.stringify(b);
  const { requests, expected, absent } = one.scenario;
  if (!same(requests, other.scenario.requests) || !same(absent, other.scenario.absent)) return undefined;
  const rows: ExpectedRecord[] = [];
  for (const [index, row] of expected.entries()) {
    const twin = other.scenario.expected[index];
    if (!twin || !same(row.where, twin.where)) return undefined;
    const columns = Object.entries(row.columns).map(([name, column]) => {
      const follows = same(column.cell, twin.columns[name]?.cell);
      return [name, follows ? column : { ...column, cell: inWords(column.cell) }] as const;
    });
    rows.push({ ...row, columns: Object.fromEntries(columns) });
  }
  return { requests, expected: rows, absent };
}

function inWords(cell: Cell): Cell {
  return { kind: 'like', expected: 'what is computed from the values of the case', judge: () => JSON.stringify(cell) };
}
