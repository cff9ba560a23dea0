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

/** No time runs backwards. */
export function notNegative(requirement: RequirementId): ExpectedColumn {
  const judge = (value: StoredValue) => (value !== null && Number(value) >= 0 ? undefined : `it is ${value}`);
  return { cell: { kind: 'like', expected: '0 or more', judge }, requirement };
}

/** No text: an empty one in some servers, NULL in others. */
export function nothing(requirement: RequirementId): ExpectedColumn {
  const judge = (value: StoredValue) => (value === '' || value === null ? undefined : `it is ${value}`);
  return { cell: { kind: 'like', expected: 'an empty text or NULL', judge }, requirement };
}

/** An id or digest of the tracker's own making. */
export function sixteenDigits(requirement: RequirementId): ExpectedColumn {
  const judge = (value: StoredValue) => (/^[0-9a-f]{16}$/.test(String(value)) ? undefined : `it is ${value}`);
  return { cell: { kind: 'like', expected: '16 hexadecimal digits', judge }, requirement };
}
