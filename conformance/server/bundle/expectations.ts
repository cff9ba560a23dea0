import type { Cell, ExpectedRecord, Scenario, StoredValue, Where } from '../model.ts';

/** A row by what it is found by. */
export interface Found {
  record: string;
  where: Where;
}

export interface ExpectedRow extends Found {
  /** Only the columns the requirement owns. */
  columns: readonly ExpectedColumn[];
  /** Exactly one row, not several. */
  once: boolean;
  /** The sources allow that it is not there. */
  optional: boolean;
}

/** Any of the values is right; a column whose value the server chooses has a sentence instead. */
export interface ExpectedColumn {
  name: string;
  values: readonly StoredValue[];
  sentence?: string;
}

/** Two columns that must hold the same value, or different ones. */
export interface Relation {
  one: Found & { column: string };
  other: Found & { column: string };
  same: boolean;
}

/** What one requirement asks of a scenario. */
export interface Expectations {
  rows: readonly ExpectedRow[];
  relations: readonly Relation[];
  /** Rows that may not be there, each with one that must: else its absence proves nothing. */
  absent: readonly (Found & { twin: Found })[];
  /** What the answer to a request, counted from 0, must be. */
  answers: readonly { request: number; expected: string }[];
}

export function expectationsOf(scenario: Scenario, requirement: string): Expectations {
  const twins = new Map(scenario.expected.map((row) => [row.key, row]));
  return {
    rows: scenario.expected.flatMap((row) => rowOf(row, requirement)),
    relations: relationsOf(scenario.expected, requirement),
    absent: scenario.absent
      .filter((row) => row.requirement === requirement)
      .flatMap(({ record, where, twin }) => {
        const witness = twins.get(twin);
        return witness ? [{ record, where, twin: { record: witness.record, where: witness.where } }] : [];
      }),
    answers: scenario.requests.flatMap(({ answer = [] }, request) =>
      answer.filter((one) => one.requirement === requirement).map(({ expected }) => ({ request, expected })),
    ),
  };
}

function rowOf(expected: ExpectedRecord, requirement: string): ExpectedRow[] {
  const { record, where, onceRequirement = expected.requirement } = expected;
  const columns = Object.entries(expected.columns)
    .filter(([, column]) => column.requirement === requirement)
    .flatMap(([name, { cell }]) => columnOf(name, cell));
  const once = onceRequirement === requirement;
  if (expected.requirement !== requirement && !once && columns.length === 0) return [];
  return [{ record, where, columns, once, optional: expected.optional !== undefined }];
}

function columnOf(name: string, cell: Cell): ExpectedColumn[] {
  if (cell.kind === 'is') return [{ name, values: [cell.value] }];
  if (cell.kind === 'answer') return [{ name, values: [...new Set(Object.values(cell.answers))] }];
  return cell.kind === 'like' ? [{ name, values: [], sentence: cell.expected }] : [];
}

/** Each row of the requirement against the rows before it, as the run compares them. */
function relationsOf(expected: readonly ExpectedRecord[], requirement: string): Relation[] {
  const members = expected.flatMap(({ record, where, columns }) =>
    Object.entries(columns).flatMap(([column, { cell, requirement: owner }]) =>
      cell.kind === 'group' ? [{ found: { record, where, column }, group: cell.group, owner }] : [],
    ),
  );
  const last = (column: string) => column.split('.').at(-1);
  return members.flatMap((other, index) => {
    if (other.owner !== requirement) return [];
    const earlier = members.slice(0, index).filter((one) => last(one.found.column) === last(other.found.column));
    return earlier.map((one) => ({ one: one.found, other: other.found, same: one.group === other.group }));
  });
}
