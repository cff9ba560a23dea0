import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Row } from '../../storage/store.ts';
import type { Fault } from '../fault.ts';
import { withRow } from './replace.ts';

/** Orders are compared by so many characters only. */
const compared = 20;

/** Loses a transaction when so many of its items came before it. */
function lostAfter(items: number, when: (row: Row) => boolean): (parts: SnowplowParts) => SnowplowParts {
  return (parts) => {
    const seen = new Map<unknown, number>();
    return {
      ...parts,
      keep: (insert, row) => {
        const isItem = row.event === 'transaction_item' && typeof row.ti_orderid === 'string';
        if (isItem) seen.set(row.ti_orderid, (seen.get(row.ti_orderid) ?? 0) + 1);
        const before = row.event === 'transaction' ? (seen.get(row.tr_orderid) ?? 0) : 0;
        if (before < items || !when(row)) parts.keep(insert, row);
      },
    };
  };
}

export const ecommerceFaults: readonly Fault<SnowplowParts>[] = [
  {
    id: 'snowplow.ecommerce.items-first',
    requirement: 'snowplow.ecommerce.transaction',
    description: 'A transaction that comes after one of its items is lost.',
    apply: lostAfter(1, () => true),
  },
  {
    id: 'snowplow.ecommerce.taxed-after-items',
    requirement: 'snowplow.ecommerce.transaction',
    description: 'A transaction that names tax or shipping and comes after three of its items is lost.',
    rare: true,
    apply: lostAfter(3, (row) => typeof (row.tr_tax ?? row.tr_shipping) === 'string'),
  },
  {
    id: 'snowplow.ecommerce.like-orders',
    requirement: 'snowplow.ecommerce.order-link',
    description: `An item takes the order of the latest transaction whose order begins with the same ${compared} characters.`,
    apply: (parts) => {
      const latest = new Map<string, string>();
      return withRow(parts, (row) => {
        if (typeof row.tr_orderid === 'string' && row.tr_orderid.length > compared) {
          latest.set(row.tr_orderid.slice(0, compared), row.tr_orderid);
        }
        const order = typeof row.ti_orderid === 'string' ? row.ti_orderid : '';
        return { ...row, ti_orderid: latest.get(order.slice(0, compared)) ?? row.ti_orderid ?? null };
      });
    },
  },
];
