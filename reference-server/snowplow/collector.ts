/** The Snowplow collector and its enrichment: one request, one canonical event or one bad row. */
import type { Column, Facts } from '../../generated/model.ts';
import type { Context, Tracker, TrackerRequest } from '../model.ts';
import type { Row, Store } from '../storage/store.ts';
import { badRow } from './bad-row.ts';
import type { Event } from './event.ts';
import { fieldsOf, readFields } from './fields.ts';
import type { SnowplowParts } from './parts.ts';

export function createCollector(facts: Facts, { store, settings, parts }: Context<SnowplowParts>): Tracker {
  const fields = fieldsOf(facts, parts);
  const rules = Object.values(parts.rules);
  const insertEvent = rowInserter(facts, store, 'events');
  const insertBad = rowInserter(facts, store, 'bad');
  return (request) => {
    const event = begin(request, parts.parameters(request.query), settings.snowplow);
    if (event.values.size === 0) event.faults.push(queryFault());
    readFields(fields, event);
    for (const rule of rules) rule(event);
    if (event.faults.length === 0) parts.keep(insertEvent, event.row);
    else parts.keepBad(insertBad, badRow(event));
    return parts.answer(event);
  };
}

function begin(request: TrackerRequest, values: Map<string, string>, options: Event['options']): Event {
  return { request, options, values, row: {}, faults: [], networkUser: undefined };
}

function queryFault(): string {
  return 'The query has no name-value pair';
}

/** Inserts all columns at once, so that one statement serves every row. */
function rowInserter(facts: Facts, store: Store, record: string): (row: Row) => void {
  const columns = facts.records[record] as readonly Column[];
  return store.rowInserter(
    record,
    columns.map(({ column }) => column),
  );
}
