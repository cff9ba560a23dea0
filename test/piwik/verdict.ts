/** Whether a case agrees with the recording, and if not, whether a ruling says so. */
import { readFileSync } from 'node:fs';
import { compare, type Difference } from './compare.ts';
import { type Case, replay } from './replay.ts';

/** Why a case is stored otherwise than it was recorded. */
export interface Ruling {
  /** Cases this is the reason for. */
  cases: string[];
  /** Columns that may differ, as `table.column`, or a table whose number of rows may. Others are still wrong. */
  columns: string[];
  /** Id in the ledger, when it has an entry. */
  ledger?: string;
  reason: string;
}

export interface Verdict {
  id: string;
  agreed: number;
  /** Differences that a ruling explains. */
  ruled: Difference[];
  wrong: Difference[];
  rulings: Ruling[];
}

export const rulings = JSON.parse(readFileSync(new URL('rulings.json', import.meta.url), 'utf8')) as Ruling[];

export function judge(one: Case): Verdict {
  const { rows } = replay(one.settings, one.requests);
  const { agreed, differences } = compare(one.rows, rows, one.ignored);
  const own = rulings.filter(({ cases }) => cases.includes(one.id));
  const allowed = new Set(own.flatMap(({ columns }) => columns));
  return {
    id: one.id,
    agreed,
    ruled: differences.filter(({ column }) => allowed.has(column)),
    wrong: differences.filter(({ column }) => !allowed.has(column)),
    rulings: own,
  };
}

export interface Totals {
  cases: { agreed: number; ruled: number; wrong: number };
  columns: { agreed: number; ruled: number; wrong: number };
}

export function totals(verdicts: readonly Verdict[]): Totals {
  const sum = (of: (verdict: Verdict) => number) => verdicts.reduce((total, verdict) => total + of(verdict), 0);
  return {
    cases: {
      agreed: sum(({ ruled, wrong }) => Number(ruled.length + wrong.length === 0)),
      ruled: sum(({ ruled, wrong }) => Number(ruled.length > 0 && wrong.length === 0)),
      wrong: sum(({ wrong }) => Number(wrong.length > 0)),
    },
    columns: {
      agreed: sum(({ agreed }) => agreed),
      ruled: sum(({ ruled }) => ruled.length),
      wrong: sum(({ wrong }) => wrong.length),
    },
  };
}
