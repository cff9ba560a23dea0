import type { Cell, StoredValue } from '../model.ts';
import type { Row } from '../readers/reader.ts';
import { type Comparison, sameIn } from './comparison.ts';
import type { PossibleAnswers } from './judgement.ts';

/** A column of a row whose value the ledger leaves open. */
interface Open {
  path: string;
  cell: Cell & { kind: 'answer' };
}

/** The ledger answers that a row gives. */
export interface RowAnswers {
  /** Those each ledger entry may have been answered with; only of entries on which all columns agree. */
  possible: readonly PossibleAnswers[];
  /** The values that a column may hold, given what the other columns of the row hold. */
  valuesOf(cell: Cell & { kind: 'answer' }): readonly StoredValue[];
}

/**
 * Finds which answers fit a row as a whole. A target has one answer to one question, so the columns that depend on it
 * must agree: a column that is NULL as no plugin flag has a column of its own is wrong beside a flag that has one.
 * When no answer fits them all, the one that fits most stands, and the other columns are wrong.
 */
export function answersOfRow(
  comparison: Comparison,
  record: string,
  columns: readonly (readonly [string, Cell])[],
  row: Row,
): RowAnswers {
  const open = columns.flatMap(([path, cell]): Open[] => (cell.kind === 'answer' ? [{ path, cell }] : []));
  const kept = new Map<string, ReadonlySet<string>>();
  const possible: PossibleAnswers[] = [];
  for (const [ledger, cells] of Map.groupBy(open, ({ cell }) => cell.ledger)) {
    const fitting = (answer: string): number =>
      cells.filter(({ path, cell }) => {
        const value = cell.answers[answer];
        return value !== undefined && sameIn(comparison, record, path, value, row[path] ?? null);
      }).length;
    const counts = new Map(cells.flatMap(({ cell }) => Object.keys(cell.answers)).map((name) => [name, fitting(name)]));
    const most = Math.max(...counts.values());
    const answers = [...counts].filter(([, count]) => count === most).map(([name]) => name);
    const agreed = most === cells.length;
    // Answers that fit equally many of several columns would excuse them all between them: the first must do.
    kept.set(ledger, new Set(agreed ? answers : answers.slice(0, 1)));
    if (agreed) possible.push({ ledger, answers });
  }
  return { possible, valuesOf: (cell) => valuesUnder(cell, kept.get(cell.ledger) ?? new Set()) };
}

function valuesUnder({ answers }: Cell & { kind: 'answer' }, kept: ReadonlySet<string>): StoredValue[] {
  return Object.entries(answers).flatMap(([answer, value]) => (kept.has(answer) ? [value] : []));
}
