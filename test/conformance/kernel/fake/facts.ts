/** A protocol of a few columns, so that the kernel is tested without the spec's. */
import type { Column, ColumnKind, Facts, Level, Requirement } from '../../../../generated/model.ts';

function column(record: string, name: string, kind: ColumnKind): Column {
  return { record, column: name, type: kind, kind, nullable: true, parameters: [], description: `${name}.` };
}

function requirement(id: string, level: Level = 'MUST'): Requirement {
  return { id, level, binds: 'server', sentence: `The sentence of ${id}.`, source: 'A section', rule: 'fake' };
}

const ids = ['row', 'once', 'w', 't', 'money', 'bot', 'case', 'visit-same', 'visit-new', 'answer', 'never'];

export const fakeFacts: Facts = {
  protocol: 'snowplow',
  version: 'fake',
  title: 'Fake',
  endpoints: ['i'],
  routes: [{ path: 'i', methods: ['GET'], bodies: [] }],
  parameters: {},
  wireForms: {},
  records: {
    events: [
      column('events', 'app_id', 'text'),
      column('events', 'w', 'integer'),
      column('events', 't', 'text'),
      column('events', 'money', 'decimal'),
      column('events', 'visit', 'integer'),
    ],
  },
  requirements: Object.fromEntries(
    [...ids.map((id) => requirement(`fake.${id}`)), requirement('fake.polite', 'SHOULD')].map((one) => [one.id, one]),
  ),
  rules: {},
  ledger: {},
};
