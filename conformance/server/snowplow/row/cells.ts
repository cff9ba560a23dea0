/** What a column must hold, and which requirement says so. */
import type { LedgerId, RequirementId } from '../../../../generated/snowplow/2014-01/facts.ts';
import type { ExpectedColumn, StoredValue } from '../../model.ts';
import { settled } from '../../samples/settled.ts';
import { facts } from '../protocol.ts';

export function holds(value: StoredValue, requirement: RequirementId): ExpectedColumn {
  return { cell: { kind: 'is', value }, requirement };
}

/** Rows of one group hold the same value, rows of different groups different values. */
export function shares(group: string, requirement: RequirementId): ExpectedColumn {
  return { cell: { kind: 'group', group }, requirement };
}

/** The server chooses the value; `judge` returns what is wrong with it. */
export function fits(
  expected: string,
  requirement: RequirementId,
  judge: (value: StoredValue) => string | undefined,
): ExpectedColumn {
  return { cell: { kind: 'like', expected, judge }, requirement };
}

/** The ledger leaves the value open: `value` by its ruling, and what its other answers mean. */
export function mayHold(
  decision: LedgerId,
  value: StoredValue,
  meanings: Readonly<Record<string, StoredValue>>,
  requirement: RequirementId,
): ExpectedColumn {
  for (const name of Object.keys(meanings)) answerTo(decision, name);
  return { cell: settled({ decision }, value, facts, meanings), requirement };
}

/** The name of an answer, after a look at whether the ledger has it. */
export function answerTo(ledger: LedgerId, name: string): string {
  const known = Object.keys(facts.ledger[ledger]?.answers ?? {});
  if (known.includes(name)) return name;
  throw new Error(`${ledger} has no answer ${name}: its answers are ${known.join(', ')}`);
}
