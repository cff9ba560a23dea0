/** Cells of columns about which the ledger allows several answers. */
import type { Facts, ParameterColumn } from '../../../generated/model.ts';
import type { Cell, StoredValue } from '../model.ts';
import { is } from './drawn.ts';

/** Answers by which a column stays empty, whatever was sent. */
const EMPTY_ANSWERS = new Set(['ignored', 'list', 'null', 'parts-only', 'ti-nm']);
/** By this answer there is no row, so no cell either. */
const NO_ROW = 'bad';

/**
 * The cell of a column that holds `value` by the ruling. `meanings` tells what it holds by other answers of its
 * ledger entry; an answer that neither `meanings` nor the list above knows is about something else and means `value`.
 */
export function settled(
  column: Pick<ParameterColumn, 'decision'>,
  value: StoredValue,
  facts: Facts,
  meanings: Readonly<Record<string, StoredValue>> = {},
): Cell {
  const ledger = column.decision;
  const known = ledger === undefined ? undefined : facts.ledger[ledger]?.answers;
  if (ledger === undefined || known === undefined) return is(value);
  const meaningOf = (answer: string): StoredValue => {
    if (answer in meanings) return meanings[answer] ?? null;
    return EMPTY_ANSWERS.has(answer) ? null : value;
  };
  const names = Object.keys(known).filter((answer) => answer !== NO_ROW);
  const answers = Object.fromEntries(names.map((answer) => [answer, meaningOf(answer)]));
  return new Set(Object.values(answers)).size < 2 ? is(value) : { kind: 'answer', ledger, answers };
}
