/** Two rows that must be equal in all that is not somebody's own. */
import { facts, type RequirementId } from '../../../../generated/piwik/2.0/facts.ts';
import { shares } from './cells.ts';
import type { Columns, LogTable } from './rows.ts';

/** What tells one visitor and one visit from another. */
const identity = ['idvisit', 'idvisitor', 'idlink_va', 'config_id', 'location_ip', 'location_browser_lang'];
/** A group of one table is held against those of all others by column name, so each name stands in one table only. */
const named = new Set(Object.values(facts.records.log_visit ?? []).map(({ column }) => column));

/** Columns in which rows of `group` are equal; times too where all of them are told. */
export function alike(record: LogTable, group: string, requirement: RequirementId, timed: boolean): Columns {
  const columns = (facts.records[record] ?? []).filter(
    ({ column, kind }) =>
      !identity.includes(column) &&
      (timed || (kind !== 'timestamp' && kind !== 'time' && !/_time|time_/.test(column))) &&
      (record === 'log_visit' || !named.has(column)),
  );
  return Object.fromEntries(columns.map(({ column }) => [column, shares(group, requirement)]));
}
