/** One tracking request before it is sent: its parameters in order and its headers. */
import type { ExpectedAnswer, OutgoingRequest } from '../../model.ts';

/** Parameters in the order sent; `wire` is the text after `name=`, already escaped. */
export type Pairs = readonly (readonly [name: string, wire: string])[];

export interface Hit {
  pairs: Pairs;
  headers: Readonly<Record<string, string>>;
}

/** The query, without `?`. */
export function queryOf(pairs: Pairs): string {
  return pairs.map(([name, wire]) => `${name}=${wire}`).join('&');
}

/** Writes a text as the value of a parameter. */
export function wireOf(text: string): string {
  return encodeURIComponent(text);
}

function answered(answer: readonly ExpectedAnswer[]): Pick<OutgoingRequest, 'answer'> {
  return answer.length === 0 ? {} : { answer };
}

export function get(hit: Hit, answer: readonly ExpectedAnswer[] = []): OutgoingRequest {
  return { method: 'GET', query: queryOf(hit.pairs), headers: hit.headers, ...answered(answer) };
}

/** The same hit as a form in the body of a POST request. */
export function post(hit: Hit, answer: readonly ExpectedAnswer[] = []): OutgoingRequest {
  const headers = { ...hit.headers, 'content-type': 'application/x-www-form-urlencoded' };
  return { method: 'POST', query: '', headers, body: queryOf(hit.pairs), ...answered(answer) };
}

/** The hit without one of its parameters. */
export function without(hit: Hit, name: string): Hit {
  return { ...hit, pairs: hit.pairs.filter(([other]) => other !== name) };
}

/** The hit with a parameter replaced, or added at the end. */
export function replaced(hit: Hit, name: string, wire: string): Hit {
  return { ...hit, pairs: [...without(hit, name).pairs, [name, wire]] };
}
