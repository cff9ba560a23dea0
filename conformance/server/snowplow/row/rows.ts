/** Canonical events and bad rows that a scenario expects. */
import type { RequirementId } from '../../../../generated/snowplow/2014-01/facts.ts';
import type { AbsentRecord, ExpectedColumn, ExpectedRecord, Where } from '../../model.ts';
import { codeCells } from '../../samples/code.ts';
import { facts, parameter } from '../protocol.ts';

export type Columns = Readonly<Record<string, ExpectedColumn>>;

/** The event of an application that sent one only. */
export function of(application: string): Where {
  return { app_id: application };
}

/** An event that must be stored, once; `requirement` fails when it is not. */
export function eventRow(key: string, where: Where, requirement: RequirementId, columns: Columns = {}): ExpectedRecord {
  return { key, record: 'events', where, columns, requirement };
}

/** An event that must not be stored, judged when the row `twin` is. */
export function noEvent(where: Where, requirement: RequirementId, twin: string): AbsentRecord {
  return { record: 'events', where, requirement, twin };
}

/** The bad row of a query. */
export function badRow(key: string, query: string, requirement: RequirementId, columns: Columns = {}): ExpectedRecord {
  return { key, record: 'bad', where: { querystring: query }, columns, requirement };
}

/** What the column `event` must hold after a code was sent. */
export function named(code: string, requirement: RequirementId): Columns {
  const [cell] = codeCells(parameter('e'), code, facts);
  return cell === undefined ? {} : { event: { cell, requirement } };
}
