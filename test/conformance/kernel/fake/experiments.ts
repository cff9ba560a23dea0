import fc from 'fast-check';
import type {
  ExpectedRecord,
  Experiment,
  Identity,
  OutgoingRequest,
  StoredValue,
} from '../../../../conformance/server/model.ts';

const base = { protocol: 'snowplow', versions: ['fake'], branches: {} } as const;

function hit(parameters: Record<string, string>): OutgoingRequest {
  return {
    method: 'GET',
    query: Object.entries(parameters)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&'),
  };
}

function row(identity: Identity, slot: number, columns: Record<string, [StoredValue, string]> = {}): ExpectedRecord {
  return {
    key: `event-${slot}`,
    record: 'events',
    where: { app_id: identity.text(slot) },
    requirement: 'fake.row',
    onceRequirement: 'fake.once',
    columns: Object.fromEntries(
      Object.entries(columns).map(([name, [value, requirement]]) => [
        name,
        { cell: { kind: 'is', value }, requirement },
      ]),
    ),
  };
}

export const canary: Experiment<null> = {
  ...base,
  id: 'fake.canary',
  requirements: ['fake.row', 'fake.once'],
  plan: () => fc.constant(null),
  render: (_, identity) => ({ requests: [hit({ aid: identity.text(0) })], expected: [row(identity, 0)], absent: [] }),
};

interface Event {
  w: number;
  t: string | null;
  money: string;
}

/** Several hits of one case, each with its own row. */
export const events: Experiment<Event[]> = {
  ...base,
  id: 'fake.events',
  requirements: ['fake.row', 'fake.once', 'fake.w', 'fake.t', 'fake.money'],
  plan: () =>
    fc.array(
      fc.record({
        w: fc.nat(5000),
        t: fc.option(fc.constantFrom('plain', 'a b', 'ä', 'x'.repeat(300)), { freq: 2 }),
        money: fc.constantFrom('1.50', '0.00', '7'),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  render: (plan, identity) => ({
    requests: plan.map(({ w, t, money }, slot) =>
      hit({ aid: identity.text(slot), w: String(w), money, ...(t === null ? {} : { t }) }),
    ),
    expected: plan.map(({ w, t, money }, slot) =>
      row(identity, slot, {
        w: [w, 'fake.w'],
        money: [money, 'fake.money'],
        ...(t === null ? {} : { t: [t, 'fake.t'] as [string, string] }),
      }),
    ),
    absent: [],
  }),
};

/** A bot's hit is not stored; its twin is. */
export const bots: Experiment<number> = {
  ...base,
  id: 'fake.bots',
  requirements: ['fake.row', 'fake.once', 'fake.bot'],
  plan: () => fc.nat(9),
  render: (w, identity) => ({
    requests: [hit({ aid: identity.text(0), w: String(w) }), hit({ aid: identity.text(1), w: String(w), bot: '1' })],
    expected: [row(identity, 0)],
    absent: [{ record: 'events', where: { app_id: identity.text(1) }, requirement: 'fake.bot', twin: 'event-0' }],
  }),
};

/** Text may be kept or put in capitals. */
export const ledger: Experiment<string> = {
  ...base,
  id: 'fake.ledger',
  requirements: ['fake.case'],
  plan: () => fc.constantFrom('abc', 'xyz', '123'),
  render: (text, identity) => ({
    requests: [hit({ aid: identity.text(0), t: text })],
    expected: [
      {
        key: 'event',
        record: 'events',
        where: { app_id: identity.text(0) },
        requirement: 'fake.case',
        columns: {
          t: {
            cell: { kind: 'answer', ledger: 'fake.capitals', answers: { kept: text, capitals: text.toUpperCase() } },
            requirement: 'fake.case',
          },
        },
      },
    ],
    absent: [],
  }),
};

/** Hits of one person share a visit unless a long gap lies between them. */
export const visits: Experiment<boolean[]> = {
  ...base,
  id: 'fake.visits',
  requirements: ['fake.row', 'fake.once', 'fake.visit-same', 'fake.visit-new'],
  plan: () => fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
  render: (gaps, identity) => {
    const visitOf = [0, ...gaps.map((_, index) => gaps.slice(0, index + 1).filter(Boolean).length)];
    return {
      requests: visitOf.map((_, slot) =>
        hit({ aid: identity.text(slot), person: identity.visitor(0), ...(gaps[slot - 1] ? { gap: 'long' } : {}) }),
      ),
      expected: visitOf.map((visit, slot) => ({
        ...row(identity, slot),
        columns: {
          visit: {
            cell: { kind: 'group', group: `visit-${visit}` },
            requirement: gaps[slot - 1] ? 'fake.visit-new' : 'fake.visit-same',
          },
        },
      })),
      absent: [],
    };
  },
};

/** The answer itself. */
export const answers: Experiment<number> = {
  ...base,
  id: 'fake.answers',
  requirements: ['fake.answer', 'fake.polite'],
  plan: () => fc.nat(99),
  render: (w, identity) => ({
    requests: [
      {
        ...hit({ aid: identity.text(0), w: String(w) }),
        answer: [
          {
            requirement: 'fake.answer',
            expected: 'status 200',
            judge: ({ status }) => (status === 200 ? undefined : `the status was ${status}`),
          },
          {
            requirement: 'fake.polite',
            expected: 'a GIF',
            judge: ({ body }) => (Buffer.from(body).toString().startsWith('GIF') ? undefined : 'it was none'),
          },
        ],
      },
    ],
    expected: [],
    absent: [],
  }),
};

export const allExperiments: readonly Experiment[] = [events, bots, ledger, visits, answers];
