/** From what arrived to a hit: its site, who may say what, its clock and its address. */
import type { PlacedPair } from '../../wire/hits.ts';
import type { TrackerRequest } from '../model.ts';
import type { Arrival, Hit, Tracking } from './hit.ts';

/** `bulkToken` is the token of a bulk body, which takes the place of the hit's own. */
export function arrivalOf(
  { parts }: Tracking,
  request: TrackerRequest,
  pairs: readonly PlacedPair[],
  bulkToken?: string,
): Arrival {
  return {
    parameters: parts.readParameters(pairs, parts.forms),
    headers: request.headers,
    address: request.address,
    receivedAt: Math.floor(request.now / 1000),
    bulkToken,
  };
}

/** Throws a Refusal when the hit names no site of this server. */
export function hitOf(tracking: Tracking, arrival: Arrival): Hit {
  const { parts, settings } = tracking;
  const { parameters } = arrival;
  const site = parts.siteOf(settings, parameters);
  const authenticated = parts.authenticated(settings, site, arrival.bulkToken ?? parameters.text('token_auth'));
  return {
    ...arrival,
    site,
    authenticated,
    now: parts.clientTime(arrival, authenticated, parts.forms.dateTime),
    clientAddress: parts.clientAddress(tracking, arrival, authenticated),
    userAgent: parameters.text('ua') ?? arrival.headers['user-agent'] ?? '',
  };
}
