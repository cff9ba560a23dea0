import type { Cell, ExpectedRecord } from '../model.ts';
import type { Row } from '../readers/reader.ts';
import { allowed, faultOf } from './cell.ts';
import { answersOfRow, type RowAnswers } from './compare-answers.ts';
import type { Comparison } from './comparison.ts';
import type { Failure, PossibleAnswers, Verdict } from './judgement.ts';
import { shown, shownRows } from './shown.ts';

/**
 * Judges one expected record but for its groups, which need the other rows.
 *
 * @returns the row that fits best, or undefined when there is none
 */
export function compareRow(
  comparison: Comparison,
  expected: ExpectedRecord,
  rows: readonly Row[],
  verdict: Verdict,
): Row | undefined {
  const once = expected.onceRequirement ?? expected.requirement;
  if (!Object.keys(expected.where).every((column) => comparison.reader.sees(expected.record, column))) {
    for (const requirement of requirementsOf(expected)) verdict.unobserved(requirement);
    return undefined;
  }
  if (rows.length === 0) {
    missing(expected, verdict);
    return undefined;
  }
  if (expected.optional) verdict.answers.push(outcome(expected.optional.ledger, expected.optional.stored));
  const row = bestRow(comparison, expected, rows);
  // That the row is there says nothing of a requirement about columns that are not shown.
  if (isBlind(comparison, expected, row)) verdict.unobserved(expected.requirement);
  else verdict.pass(expected.requirement);
  judgeNumber(expected, rows, once, verdict);
  compareColumns(comparison, expected, row, verdict);
  return row;
}

/** One row, or as many as the ledger allows when a request was sent several times. */
function judgeNumber(expected: ExpectedRecord, rows: readonly Row[], once: string, verdict: Verdict): void {
  const { copies } = expected;
  const allowed = rows.length === 1 || rows.length === copies?.sent;
  if (!allowed) verdict.fail(once, doubled(expected, rows));
  else if (once !== expected.requirement) verdict.pass(once);
  if (allowed && copies) {
    verdict.answers.push(outcome(copies.ledger, rows.length === 1 ? copies.one : copies.each));
  }
}

/** Whether the row's own requirement is about columns of which the reader shows none. */
function isBlind({ reader }: Comparison, { record, columns, requirement }: ExpectedRecord, row: Row): boolean {
  const own = Object.entries(columns).filter(([, column]) => column.requirement === requirement);
  return own.length > 0 && own.every(([name]) => !reader.sees(record, name, row));
}

/** The answers an outcome may mean. */
function outcome(ledger: string, answers: string | readonly string[]): PossibleAnswers {
  return { ledger, answers: typeof answers === 'string' ? [answers] : answers };
}

/** Every requirement that a missing row leaves unproven. */
function requirementsOf({ requirement, onceRequirement, columns }: ExpectedRecord): Set<string> {
  const ofColumns = Object.values(columns).map((column) => column.requirement);
  return new Set([requirement, ...(onceRequirement ? [onceRequirement] : []), ...ofColumns]);
}

function missing(expected: ExpectedRecord, verdict: Verdict): void {
  if (expected.optional) {
    verdict.answers.push(outcome(expected.optional.ledger, expected.optional.absent));
    return;
  }
  for (const requirement of requirementsOf(expected)) {
    const columns = Object.entries(expected.columns).filter(([, column]) => column.requirement === requirement);
    verdict.fail(requirement, {
      reason: `no row of ${expected.record} was found where ${shown(expected.where)}`,
      cause: `missing ${expected.record}`,
      derived: requirement !== expected.requirement,
      expected: [
        {
          record: expected.record,
          columns: {
            ...expected.where,
            ...Object.fromEntries(columns.map(([name, { cell }]) => [name, allowed(cell)])),
          },
        },
      ],
      stored: [],
    });
  }
}

function doubled(expected: ExpectedRecord, rows: readonly Row[]): Failure {
  const { record, where } = expected;
  return {
    reason: `${rows.length} rows of ${record} were found where one is expected: ${shown(where)}`,
    cause: `doubled ${record}`,
    derived: false,
    expected: [{ record, columns: where }],
    stored: shownRows(record, Object.keys(where), rows),
  };
}

/** With several rows for one, the closest is compared, so that only what is wrong is named. */
function bestRow(comparison: Comparison, expected: ExpectedRecord, rows: readonly Row[]): Row {
  const faults = (row: Row) => {
    const answers = answersIn(comparison, expected, row);
    const columns = Object.entries(expected.columns);
    return columns.filter(([name, { cell }]) => faultOf(comparison, expected.record, { name, cell, row, answers }))
      .length;
  };
  return rows.length === 1
    ? (rows[0] as Row)
    : (rows.map((row) => ({ row, faults: faults(row) })).sort((a, b) => a.faults - b.faults)[0]?.row as Row);
}

/** What the row answers to the ledger, as far as the reader shows it. */
function answersIn(comparison: Comparison, { record, columns }: ExpectedRecord, row: Row): RowAnswers {
  const seen = Object.entries(columns).filter(([name]) => comparison.reader.sees(record, name, row));
  const cells = seen.map(([name, { cell }]) => [name, cell] as const);
  return answersOfRow(comparison, record, cells, row);
}

function compareColumns(comparison: Comparison, expected: ExpectedRecord, row: Row, verdict: Verdict): void {
  const own = Object.entries(expected.columns).filter(([, { cell }]) => cell.kind !== 'group');
  const answers = answersIn(comparison, expected, row);
  for (const [requirement, columns] of Map.groupBy(own, ([, column]) => column.requirement)) {
    const seen = columns.filter(([name]) => comparison.reader.sees(expected.record, name, row));
    if (seen.length < columns.length) verdict.unobserved(requirement);
    const wrong = seen.flatMap(([name, { cell }]): WrongColumn[] => {
      const fault = faultOf(comparison, expected.record, { name, cell, row, answers });
      return fault === undefined ? [] : [{ name, cell, fault }];
    });
    if (wrong.length > 0) verdict.fail(requirement, different(expected, row, wrong));
    else if (seen.length > 0) verdict.pass(requirement);
  }
  verdict.answers.push(...answers.possible);
}

interface WrongColumn {
  name: string;
  cell: Cell;
  fault: string;
}

function different({ record, where }: ExpectedRecord, row: Row, wrong: readonly WrongColumn[]): Failure {
  const names = wrong.map(({ name }) => name);
  const cells = Object.fromEntries(wrong.map(({ name, cell }) => [name, allowed(cell)]));
  return {
    reason: wrong.map(({ name, fault }) => `${record}.${name}: ${fault}`).join('; '),
    cause: `different ${record}.${names.join(' ')}`,
    derived: false,
    differing: names,
    expected: [{ record, columns: { ...where, ...cells } }],
    stored: shownRows(record, [...Object.keys(where), ...names], [row]),
  };
}
