import type { Cell, StoredValue } from '../model.ts';
import type { Row } from '../readers/reader.ts';
import type { RowAnswers } from './compare-answers.ts';
import { type Comparison, sameIn } from './comparison.ts';
import { type ShownValue, shownValue } from './shown.ts';

/** One column of a row and what it must hold. */
export interface CellInRow {
  name: string;
  cell: Cell;
  row: Row;
  answers: RowAnswers;
}

/** What is wrong with a cell but for its group, or undefined. */
export function faultOf(
  comparison: Comparison,
  record: string,
  { name, cell, row, answers }: CellInRow,
): string | undefined {
  const value = row[name];
  if (cell.kind === 'group' || (value === undefined && !comparison.reader.sees(record, name))) return undefined;
  const fault = `expected ${shownValue(allowed(cell))}, stored ${shownValue(value)}`;
  if (value === undefined) return fault;
  if (cell.kind === 'like') {
    const wrong = judged(cell, value);
    return wrong === undefined ? undefined : `${fault}: ${wrong}`;
  }
  const values = cell.kind === 'is' ? [cell.value] : answers.valuesOf(cell);
  return values.some((one) => sameIn(comparison, record, name, one, value)) ? undefined : fault;
}

/** A judge meets whatever a wrong target stored; one that cannot read it has found a fault. */
function judged(cell: Cell & { kind: 'like' }, value: StoredValue): string | undefined {
  try {
    return cell.judge(value);
  } catch (error) {
    return `it cannot be read (${error instanceof Error ? error.message : error})`;
  }
}

/** What a cell may hold, to be shown. */
export function allowed(cell: Cell): ShownValue {
  if (cell.kind === 'is') return cell.value;
  if (cell.kind === 'like') return cell.expected;
  if (cell.kind === 'answer') return [...new Set<StoredValue>(Object.values(cell.answers))];
  return `one for the rows of group ${cell.group}`;
}
