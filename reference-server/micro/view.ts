/** `/micro/*`: stored rows as Snowplow Micro 2 shows them, so that tests written for Micro run against this server. */
import { jsonAnswer, textAnswer } from '../http/answers.ts';
import type { Answer, TrackerRequest } from '../model.ts';
import { type Access, refusal } from '../records/access.ts';
import { quoted, type Store, type StoredRow } from '../storage/store.ts';
import { badEvent } from './bad.ts';
import { type Filter, readFilter } from './filter.ts';
import { goodEvent } from './good.ts';
import { lastRow, type ViewedRecord } from './requests.ts';

export interface MicroOptions extends Access {
  /** Closed: every request is answered with 404. */
  open: boolean;
  store: Store;
}

const views = ['all', 'good', 'bad', 'reset'];
const methods = 'GET, POST';

/** Answers `/micro/<view>`. A reset hides what is there, for as long as this server runs; it deletes nothing. */
export function createMicro(options: MicroOptions): (view: string, request: TrackerRequest) => Answer {
  const { store } = options;
  const hidden: Record<ViewedRecord, number> = { events: 0, bad: 0 };
  return (view, request) => {
    if (!options.open) return textAnswer(404, 'The Micro view is off: set snowplow.micro in the configuration.');
    const refused = refusal(options, request);
    if (refused !== undefined) return refused;
    if (!views.includes(view)) return textAnswer(404, `No such view; there are /micro/${views.join(', /micro/')}.`);
    if (!methods.split(', ').includes(request.method))
      return textAnswer(405, `Use ${methods} here.`, { Allow: methods });
    if (view === 'good') return jsonAnswer(200, good(store, hidden.events, readFilter(request)));
    if (view === 'bad') return jsonAnswer(200, bad(store, hidden.bad, readFilter(request)));
    if (view === 'reset') for (const record of ['events', 'bad'] as const) hidden[record] = lastRow(store, record);
    return jsonAnswer(200, counts(store, hidden));
  };
}

function counts(store: Store, hidden: Record<ViewedRecord, number>) {
  const count = (record: ViewedRecord) =>
    Number(store.statement(`SELECT count(*) AS n FROM ${quoted(record)} WHERE rowid > ?`).get(hidden[record])?.n);
  const [good, bad] = [count('events'), count('bad')];
  return { total: good + bad, good, bad };
}

function good(store: Store, hidden: number, { event_type, schema, contexts, limit }: Filter): object[] {
  const shown = newest(store, 'events', hidden, event_type == null && schema == null && contexts == null ? limit : null)
    .map((row) => goodEvent(store, row))
    .filter(
      (event) =>
        (event_type == null || event.eventType === event_type) &&
        (schema == null || event.schema === schema) &&
        (contexts == null || contexts.every((context) => event.contexts.includes(context))),
    );
  return shown.slice(0, limit ?? shown.length);
}

function bad(store: Store, hidden: number, { vendor, version, limit }: Filter): object[] {
  const shown = newest(store, 'bad', hidden, vendor == null && version == null ? limit : null)
    .map((row) => badEvent(store, row))
    .filter(({ api }) => (vendor == null || api.vendor === vendor) && (version == null || api.version === version));
  return shown.slice(0, limit ?? shown.length).map(({ api: _, ...event }) => event);
}

function newest(store: Store, record: ViewedRecord, hidden: number, limit: number | null | undefined): StoredRow[] {
  const sql = `SELECT rowid AS _rowid_, * FROM ${quoted(record)} WHERE rowid > ? ORDER BY rowid DESC LIMIT ?`;
  return store.statement(sql).all(hidden, limit ?? -1) as StoredRow[];
}
