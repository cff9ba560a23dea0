/** Texts of which the ledger leaves open whether their markup is stored as sent or escaped. */

import type { ParameterColumn } from '../../../../generated/model.ts';
import { facts } from '../../../../generated/piwik/2.0/facts.ts';
import type { ExpectedColumn } from '../../model.ts';
import { endOf } from '../../readers/references.ts';
import { textCell } from '../../samples/text-cell.ts';

const ledger = 'piwik.text-as-sent';
/** Custom variables are as sent but for one that holds the category of a search, which says so itself. */
const variable = 'custom_var_v4';
const open = new Map(
  Object.values(facts.parameters)
    .flatMap((parameter): readonly ParameterColumn[] => parameter.columns)
    .filter(({ column, decision }) => decision === ledger && column !== variable)
    .map((column) => [`${column.record}.${column.column}`, column]),
);

/** The column as it is expected, or with the answers of the ledger when its text could be escaped. */
export function asSent(record: string, path: string, expected: ExpectedColumn): ExpectedColumn {
  const { cell, requirement } = expected;
  const end = endOf(record, path);
  const column = end && open.get(`${end.record}.${end.column}`);
  if (column === undefined || cell.kind !== 'is' || typeof cell.value !== 'string') return expected;
  // The texts of an order's items are as sent, and named as those of actions are.
  if (record === 'log_conversion_item' && path.includes('.')) return expected;
  return { cell: textCell(column, cell.value, facts), requirement };
}
