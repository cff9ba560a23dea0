import type { Finding, JudgedHit } from '../finding.ts';
import { advised, required } from '../finding.ts';
import type { ReadHit } from '../hit.ts';
import { excerpt } from '../message.ts';
import { Bounded, ownText } from './bounded.ts';
import { clientOf, siteOf } from './client.ts';
import { timeOf } from './times.ts';

/** An item whose transaction was not there when it came; it may have been overtaken. */
export interface LoneItem {
  hit: ReadHit;
  judged: JudgedHit;
  order: string;
  /** Order identifier of the last transaction of the same client. */
  lastOrder: string | undefined;
}

/** Each Snowplow item has its transaction, under the same order identifier and before it. */
export class Transactions {
  /** Time at which each transaction happened, or NaN when it does not say. */
  readonly #times: Bounded<number>;
  readonly #lastOrder: Bounded<string>;

  constructor(limit: number) {
    this.#times = new Bounded(limit);
    this.#lastOrder = new Bounded(limit);
  }

  get dropped(): number {
    return this.#times.dropped;
  }

  /** Remembers a transaction; an item without one is returned, to be asked about once later requests are known. */
  compare(hit: ReadHit, judged: JudgedHit): LoneItem | undefined {
    const code = hit.values.get('e');
    if ((code !== 'tr' && code !== 'ti') || !('snowplow.ecommerce.order-identifier' in hit.facts.requirements))
      return undefined;
    const name = code === 'tr' ? 'tr_id' : 'ti_id';
    const order = hit.values.get(name);
    if (!order) {
      judged.findings.push(withoutOrder(hit, name));
      return undefined;
    }
    const client = clientOf(hit);
    if (code === 'ti') {
      const known = this.#times.get(`${siteOf(hit)}\n${order}`) !== undefined;
      return known ? undefined : { hit, judged, order, lastOrder: this.#lastOrder.get(client) };
    }
    this.#times.set(`${siteOf(hit)}\n${order}`, timeOf(hit) ?? Number.NaN);
    this.#lastOrder.set(client, ownText(order));
    return undefined;
  }

  /** What to say of an item now that the requests after it are known. */
  settle({ hit, order, lastOrder }: LoneItem): Finding[] {
    const time = this.#times.get(`${siteOf(hit)}\n${order}`);
    if (time !== undefined) {
      const own = timeOf(hit);
      // Requests sent at once overtake each other on the way: by its own clock the item came after.
      return own !== undefined && own >= time ? [] : [itemFirst(hit, order)];
    }
    return [lastOrder === undefined ? alone(hit, order, this.dropped > 0) : otherOrder(hit, order, lastOrder)];
  }
}

function withoutOrder({ facts }: ReadHit, name: string): Finding {
  return required(facts, 'snowplow.ecommerce.order-identifier', name, {
    sent: `${name} is missing.`,
    expected: 'Expected: the identifier of the order, the same in the transaction and in each of its items.',
    effect: 'A server stores the event; no one can tell which items belong to which order.',
    remedy: `Send the identifier of the order in ${name}.`,
  });
}

const unjoined = 'A server stores the item; whoever joins items and orders does not find its order.';

function itemFirst({ facts }: ReadHit, order: string): Finding {
  return required(facts, 'snowplow.ecommerce.items-follow', 'ti_id', {
    sent: `The item of order ${excerpt(order)} came before its transaction.`,
    expected: 'Expected: the transaction first, then its items.',
    effect: 'A server stores both; whoever reads events in their order meets an item of no order.',
    remedy: 'Send the event with e=tr first.',
  });
}

function alone({ facts }: ReadHit, order: string, dropped: boolean): Finding {
  const remark = {
    sent: `No transaction of order ${excerpt(order)} came before its item or soon after.`,
    expected: 'Expected: an event with e=tr and the same order identifier before it.',
    effect: unjoined,
    remedy: 'Send the event with e=tr first.',
  };
  // Older transactions are no longer known: it may have been among them.
  return (dropped ? advised : required)(facts, 'snowplow.ecommerce.items-follow', 'ti_id', remark);
}

function otherOrder({ facts }: ReadHit, order: string, lastOrder: string): Finding {
  return required(facts, 'snowplow.ecommerce.order-identifier', 'ti_id', {
    sent: `ti_id=${excerpt(order)}, and the last transaction of this client has tr_id=${excerpt(lastOrder)}.`,
    expected: 'Expected: the identifier of its transaction.',
    effect: unjoined,
    remedy: 'Send the same identifier in tr_id and in ti_id.',
  });
}
