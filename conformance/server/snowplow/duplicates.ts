/** `tid` lets an owner find the records of one event that was sent twice. */
import fc from 'fast-check';
import type { Where } from '../model.ts';
import { textCell } from '../samples/text-cell.ts';
import { type Chosen, pairsOf, someOf } from './draw/chosen.ts';
import { carriedBy } from './draw/groups.ts';
import { facts, parameter, snowplow } from './protocol.ts';
import { event, get } from './request/hit.ts';
import { type Columns, eventRow, noEvent, of } from './row/rows.ts';

interface Plan {
  first: number;
  /** From one transaction to the next: they are never the same. */
  step: number;
  rest: readonly Chosen[];
}

const others = carriedBy('pv').filter(({ name }) => name !== 'tid');

const recognisable = 'snowplow.duplicates.recognisable';
const distinct = 'snowplow.duplicates.distinct';

function transaction(tid: string): Columns {
  const [column] = parameter('tid').columns;
  return column === undefined
    ? {}
    : { [column.column]: { cell: textCell(column, tid, facts), requirement: recognisable } };
}

/** The ledger allows a row for each sending, or one for both. Two events alike in all else are two by their `tid`. */
export const duplicates = snowplow<Plan>({
  id: 'snowplow.duplicates',
  requirements: [recognisable, distinct],
  branches: {},
  plan: () =>
    fc.record({
      first: fc.integer({ min: 1, max: 499_999 }),
      step: fc.integer({ min: 1, max: 500_000 }),
      rest: someOf(others),
    }),
  render: ({ first, step, rest }, identity) => {
    const [twice, alike] = [identity.text(0), identity.text(1)];
    const tids = [first, first + step].map(String);
    const sent = (application: string, tid: string) => get(event('pv', application, [['tid', tid], ...pairsOf(rest)]));
    const byTransaction = (tid: string): Where => ({ app_id: alike, txn_id: tid });
    const copies = { ledger: 'snowplow.duplicate-events', sent: 2, each: 'kept', one: 'dropped' };
    return {
      requests: [sent(twice, String(first)), sent(twice, String(first)), ...tids.map((tid) => sent(alike, tid))],
      expected: [
        { ...eventRow('twice', of(twice), recognisable, transaction(String(first))), copies },
        ...tids.map((tid) => eventRow(tid, byTransaction(tid), distinct)),
      ],
      absent: [noEvent({ app_id: twice, txn_id: null }, recognisable, 'twice')],
    };
  },
});
