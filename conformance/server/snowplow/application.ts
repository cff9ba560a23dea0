/** `aid` is stored and tells applications apart. Rows are found by the user here, so that a lost `aid` is named. */
import fc, { type Arbitrary } from 'fast-check';
import type { Parameter } from '../../../generated/model.ts';
import type { Cell, OutgoingRequest, Sample, StoredValue, Where } from '../model.ts';
import { coreSample, wideSample } from '../samples/samples.ts';
import { facts, parameter, snowplow } from './protocol.ts';
import { get, type Pairs } from './request/hit.ts';
import { holds, mayHold } from './row/cells.ts';
import { type Columns, eventRow } from './row/rows.ts';

interface Plan {
  core: Sample;
  wide: Sample;
}

/** The text that marks every hit stands before the drawn one, so there is room for a shorter one only. */
const afterMarker: Parameter = {
  ...parameter('aid'),
  columns: parameter('aid').columns.map((column) => ({ ...column, type: 'varchar(190)' })),
};

function samples(draw: typeof coreSample): Arbitrary<Sample> {
  const drawn = draw(afterMarker, facts);
  if (drawn === undefined) throw new Error('the wire form of aid has no class of value at this level');
  return drawn;
}

function by(user: string): Where {
  return { user_id: user };
}

/** The cell of a text that was sent behind the marker. */
function behind(marker: string, cell: Cell | undefined): Cell {
  const put = (value: StoredValue): StoredValue => (typeof value === 'string' ? `${marker}${value}` : value);
  if (cell?.kind === 'is') return { kind: 'is', value: put(cell.value) };
  if (cell?.kind !== 'answer') throw new Error('the sample of aid does not say what is stored');
  const answers = Object.entries(cell.answers).map(([answer, value]) => [answer, put(value)] as const);
  return { ...cell, answers: Object.fromEntries(answers) };
}

/** A page view of a user, so that the user tells its row. */
function viewBy(user: string, pairs: Pairs): OutgoingRequest {
  return get([['e', 'pv'], ...pairs, ['uid', user]]);
}

const trackers = ['tracker-1.0', 'tracker-2.0'] as const;

/** Application and tracker of an event, as the row shows them. */
function told(name: string, tracker: string): Columns {
  const requirement = 'snowplow.storage.applications';
  return {
    app_id: holds(name, requirement),
    v_tracker: mayHold('snowplow.tracker-version-unread', tracker, {}, requirement),
  };
}

export const application = snowplow<Plan>({
  id: 'snowplow.application',
  requirements: ['snowplow.aid.stored', 'snowplow.aid.wide', 'snowplow.aid.optional', 'snowplow.storage.applications'],
  branches: {},
  plan: () => fc.record({ core: samples(coreSample), wide: samples(wideSample) }),
  render: ({ core, wide }, identity) => {
    const marker = identity.text(0);
    const drawn = [
      { sample: core, user: identity.text(1), requirement: 'snowplow.aid.stored' },
      { sample: wide, user: identity.text(2), requirement: 'snowplow.aid.wide' },
    ] as const;
    const without = identity.text(3);
    const known = trackers.map((tracker, index) => ({ tracker, user: identity.text(4 + index) }));
    return {
      requests: [
        ...drawn.map(({ sample, user }) => viewBy(user, [['aid', `${marker}${sample.wire}`]])),
        viewBy(without, []),
        ...known.map(({ tracker, user }) =>
          viewBy(user, [
            ['aid', user],
            ['tv', tracker],
          ]),
        ),
      ],
      expected: [
        ...drawn.map(({ sample, user, requirement }) =>
          eventRow(requirement, by(user), requirement, {
            app_id: { cell: behind(marker, sample.stored[0]), requirement },
          }),
        ),
        eventRow('without', by(without), 'snowplow.aid.optional'),
        ...known.map(({ tracker, user }) =>
          eventRow(tracker, by(user), 'snowplow.storage.applications', told(user, tracker)),
        ),
      ],
      absent: [],
    };
  },
});
