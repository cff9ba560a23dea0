import { endpointOf } from '../../../wire/request.ts';
import { type Finding, required } from '../finding.ts';
import type { ReadHit } from '../hit.ts';
import { excerpt } from '../message.ts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The collector itself reads nuid in a query, and knows only UUIDs. */
export function networkUserInQuery({ facts, pairs }: ReadHit): Finding[] {
  const id = 'snowplow.network-user.uuid-in-query';
  const nuid = pairs.findLast(({ name, place }) => name === 'nuid' && place === 'query')?.value;
  if (nuid === undefined || uuid.test(nuid) || !(id in facts.requirements)) return [];
  return [
    required(facts, id, 'nuid', {
      sent: `nuid=${excerpt(nuid)} stands in the query and is no UUID.`,
      expected: 'Expected: a UUID, such as nuid=ecdff4d0-9175-40ac-a8bb-325c49733607.',
      effect: 'A server makes the whole request a bad row: none of its events is stored.',
      remedy: 'Send a UUID, or send the event by POST, where any text goes.',
    }),
  ];
}

/** A request to r/tp2 leads on to an address. */
export function redirectTarget({ facts, request, values }: ReadHit): Finding[] {
  const id = 'snowplow.redirect.target';
  const redirects = request.path.endsWith('/r/tp2') && endpointOf(request.path) === 'tp2';
  if (!redirects || values.get('u') || !(id in facts.requirements)) return [];
  return [
    required(facts, id, 'u', {
      sent: 'u is missing.',
      expected: 'Expected: the address to go on to, such as u=http%3A%2F%2Fexample.org%2F.',
      effect: 'A server answers 400 and makes a bad row of the event.',
      remedy: 'Send the address in u.',
    }),
  ];
}
