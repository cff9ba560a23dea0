/** What a column must hold, and which requirement says so. */
import type { LedgerId, RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import type { ExpectedColumn, StoredValue } from '../../model.ts';

export function holds(value: StoredValue, requirement: RequirementId): ExpectedColumn {
  return { cell: { kind: 'is', value }, requirement };
}

/** Rows of one group hold the same value, rows of different groups different values. */
export function shares(group: string, requirement: RequirementId): ExpectedColumn {
  return { cell: { kind: 'group', group }, requirement };
}

/** The ledger names the values allowed. */
export function mayHold(
  ledger: LedgerId,
  answers: Readonly<Record<string, StoredValue>>,
  requirement: RequirementId,
): ExpectedColumn {
  return { cell: { kind: 'answer', ledger, answers }, requirement };
}

/** Nothing: a number that refers to no row is 0 in some tables and NULL in others. */
export function refersToNothing(requirement: RequirementId): ExpectedColumn {
  const judge = (value: StoredValue) => (value === 0 || value === null ? undefined : `it is ${value}`);
  return { cell: { kind: 'like', expected: '0 or NULL', judge }, requirement };
}
