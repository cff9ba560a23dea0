/** Whether a case agrees with the recording, and if not, whether a ruling says so. */
import { readFileSync } from 'node:fs';
import { compare, type Difference } from './compare.ts';
import { type Case, replay } from './replay.ts';

/** Why a case is stored otherwise than it was recorded. */
export interface Ruling {
  /** Cases this is the reason for. */
  cases: string[];
  /** Id in the ledger, when it has an entry. */
  ledger?: string;
  reason: string;
}

export interface Verdict {
  id: string;
  agreed: number;
  differences: Difference[];
  ruling: Ruling | undefined;
}

export const rulings = JSON.parse(readFileSync(new URL('rulings.json', import.meta.url), 'utf8')) as Ruling[];

const rulingOf = new Map(rulings.flatMap((ruling) => ruling.cases.map((id) => [id, ruling] as const)));

export function judge(one: Case): Verdict {
  const { rows } = replay(one.settings, one.requests);
  return { id: one.id, ...compare(one.rows, rows, one.ignored), ruling: rulingOf.get(one.id) };
}
