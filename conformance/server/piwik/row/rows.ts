/** Rows of the log tables that a scenario expects. */
import type { RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import type { AbsentRecord, ExpectedColumn, ExpectedRecord, Where } from '../../model.ts';
import type { Person } from '../request/person.ts';
import { asSent } from './as-sent.ts';

export type Columns = Readonly<Record<string, ExpectedColumn>>;
export type LogTable = 'log_visit' | 'log_link_visit_action' | 'log_action' | 'log_conversion' | 'log_conversion_item';

/** A row that must be there, once; `requirement` fails when it is not. */
export function row(
  record: LogTable,
  key: string,
  where: Where,
  requirement: RequirementId,
  columns: Columns = {},
): ExpectedRecord {
  const opened = Object.entries(columns).map(([path, column]) => [path, asSent(record, path, column)]);
  return { key, record, where, columns: Object.fromEntries(opened), requirement };
}

/** A row that must not be there, judged when the row `twin` is. */
export function noRow(record: LogTable, where: Where, requirement: RequirementId, twin: string): AbsentRecord {
  return { record, where, requirement, twin };
}

/** Rows of that person. */
export function of(who: Person): Where {
  return { idvisitor: who.visitor };
}

/** Actions of anybody on that page. */
export function on(page: { name: string }): Where {
  return { 'idaction_url.name': page.name };
}
