/** Questions of the ledger, each put to the target by one request whose fate is the answer. */
import type { LedgerId } from '../../../../generated/snowplow/2014-01/facts.ts';
import type { ExpectedColumn, OutgoingRequest, StoredValue, Where } from '../../model.ts';
import type { Pairs } from '../request/hit.ts';
import { answerTo, mayHold } from '../row/cells.ts';
import type { Columns } from '../row/rows.ts';

export const requirement = 'snowplow.choices.named-answer';

export interface Question {
  ledger: LedgerId;
  /** What goes before, as the reports of a case name it. */
  name: string;
  /** The kind of event; undefined sends none. */
  code: string | undefined;
  pairs: Pairs;
  request?: Pick<OutgoingRequest, 'method' | 'endpoint' | 'body'>;
  /** Beside the application, when only a certain row is the answer. */
  where?: Where;
  columns: Columns;
  /** Answers that a stored row may mean, and those that its absence may mean; without, the row must be there. */
  outcome?: { stored: readonly string[]; absent: readonly string[] };
}

/** What is left to say of a question after its ledger entry and its parameters. */
type Rest = Partial<Omit<Question, 'ledger' | 'name' | 'pairs' | 'outcome'>> & {
  stored?: readonly string[];
  absent?: readonly string[];
};

/** A question put by a page view with these parameters, unless `rest` says otherwise. */
export function question(ledger: LedgerId, pairs: Pairs, { stored = [], absent = [], ...rest }: Rest): Question {
  for (const name of [...stored, ...absent]) answerTo(ledger, name);
  const name = `${ledger} ${pairs.map(([parameter]) => parameter).join(' ')}`;
  const outcome = absent.length === 0 ? {} : { outcome: { stored, absent } };
  return { ledger, name, code: 'pv', pairs, columns: {}, ...rest, ...outcome };
}

/** A column that holds `value` by the ruling, and something else by the answers in `meanings`. */
export function open(
  ledger: LedgerId,
  value: StoredValue,
  meanings: Readonly<Record<string, StoredValue>> = {},
): ExpectedColumn {
  return mayHold(ledger, value, meanings, requirement);
}

/** A column that holds `value` whatever the answer. */
export function fixed(value: StoredValue): ExpectedColumn {
  return { cell: { kind: 'is', value }, requirement };
}
