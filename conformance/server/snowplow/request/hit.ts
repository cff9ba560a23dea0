/** One event before it is sent: its parameters in order, and the request they make. */
import type { OutgoingRequest } from '../../model.ts';

/** Parameters in the order sent; `wire` is the text after `name=`, already escaped. */
export type Pairs = readonly (readonly [name: string, wire: string])[];

export function queryOf(pairs: Pairs): string {
  return pairs.map(([name, wire]) => `${name}=${wire}`).join('&');
}

/** An event of an application; the identifier of the application tells its row from all others. */
export function event(code: string, application: string, pairs: Pairs = []): Pairs {
  return [['e', code], ['aid', application], ...pairs];
}

/** A page view; the ledger leaves open what becomes of web-specific parameters of an event that is not of the web. */
export function pageView(application: string, pairs: Pairs): Pairs {
  return event('pv', application, [['p', 'web'], ...pairs]);
}

/** What a request may have besides its query. */
export type Extras = Pick<OutgoingRequest, 'headers' | 'answer' | 'endpoint'>;

export function get(pairs: Pairs, extras: Extras = {}): OutgoingRequest {
  return { method: 'GET', query: queryOf(pairs), ...extras };
}
