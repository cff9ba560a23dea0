import type { Row } from '../reader.ts';
import { splitColumn } from '../references.ts';
import { actionColumns, actionRow } from './action-row.ts';
import type { Visit } from './answer.ts';
import { conversionColumns, conversionRow, itemColumns, itemRows } from './conversion-row.ts';
import { visitColumns, visitRow } from './visit-row.ts';

/** Rows by record; dotted columns stand beside plain ones. */
export type Tables = Readonly<Record<string, readonly Row[]>>;

/** Columns that rows of other records have in common with their visit. */
const ofVisit = ['idvisit', 'idsite', 'idvisitor'];

const ownColumns: Readonly<Record<string, ReadonlySet<string>>> = {
  log_link_visit_action: actionColumns,
  log_conversion: conversionColumns,
  log_conversion_item: itemColumns,
};

/** Whether the answer shows a column, of one row if it is given: not every action shows all. */
export function showsColumn(record: string, column: string, row?: Row): boolean {
  if (row !== undefined && !(column in row)) return false;
  if (record === 'log_visit') return visitColumns.has(column);
  const own = ownColumns[record];
  if (own === undefined) return false;
  const { key, rest } = splitColumn(column);
  if (key === 'idvisit' && rest !== undefined) return visitColumns.has(rest);
  return ofVisit.includes(column) || own.has(column);
}

/** Everything that visits tell, as the rows they were made from. */
export function tablesOf(visits: readonly Visit[]): Tables {
  const tables: Record<string, Row[]> = {
    log_visit: [],
    log_link_visit_action: [],
    log_conversion: [],
    log_conversion_item: [],
  };
  const add = (record: string, row: Row | undefined, common: Row) => {
    if (row !== undefined) tables[record]?.push({ ...common, ...row });
  };
  // Matomo answers the newest visit first; the rows are in the order they were stored.
  for (const visit of visits.toReversed()) {
    const row = visitRow(visit);
    const common = commonColumns(row);
    add('log_visit', row, {});
    for (const detail of visit.actionDetails ?? []) {
      add('log_link_visit_action', actionRow(detail), common);
      add('log_conversion', conversionRow(detail), common);
      for (const item of itemRows(detail)) add('log_conversion_item', item, common);
    }
  }
  return tables;
}

function commonColumns(visit: Row): Row {
  const own = ofVisit.map((column) => [column, visit[column] ?? null] as const);
  const dotted = Object.entries(visit).map(([column, value]) => [`idvisit.${column}`, value] as const);
  return Object.fromEntries([...own, ...dotted]);
}
