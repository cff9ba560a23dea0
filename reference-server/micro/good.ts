/** Rows of `events` as good events of Micro. */
import type { Store, StoredRow } from '../storage/store.ts';
import { eventFields } from './event-fields.ts';
import { rawEvent } from './raw-event.ts';
import { requestOf } from './requests.ts';

export interface GoodEvent {
  rawEvent: object;
  eventType: string | null;
  schema: string | null;
  contexts: string[];
  event: Record<string, unknown>;
}

/** Schemas of events that carry none of their own. */
const schemas: Readonly<Record<string, string>> = {
  page_view: 'com.snowplowanalytics.snowplow/page_view',
  page_ping: 'com.snowplowanalytics.snowplow/page_ping',
  transaction: 'com.snowplowanalytics.snowplow/transaction',
  transaction_item: 'com.snowplowanalytics.snowplow/transaction_item',
  struct: 'com.google.analytics/event',
};

export function goodEvent(store: Store, row: StoredRow): GoodEvent {
  const event = eventFields(row);
  return {
    rawEvent: rawEvent(requestOf(store, 'events', Number(row._rowid_)), row.network_userid as string | null),
    eventType: (row.event ?? null) as string | null,
    schema: schemaOf(event),
    contexts: listOf(event.contexts).flatMap((context) => textOf(member(context, 'schema')) ?? []),
    event,
  };
}

function schemaOf({ event, unstruct_event: document }: Record<string, unknown>): string | null {
  const own = schemas[String(event)];
  if (own !== undefined) return `iglu:${own}/jsonschema/1-0-0`;
  return textOf(member(member(document, 'data'), 'schema')) ?? null;
}

function listOf(contexts: unknown): unknown[] {
  const data = member(contexts, 'data');
  return Array.isArray(data) ? data : [];
}

function member(value: unknown, name: string): unknown {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[name] : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
