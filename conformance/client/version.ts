import { protocols } from '../../generated/index.ts';
import type { Facts, ProtocolName } from '../../generated/model.ts';
import type { Hits } from '../../wire/hits.ts';
import { endpointOf } from '../../wire/request.ts';

/** Protocol and version the caller named; undefined parts are told from the request. */
export interface ProtocolChoice {
  protocol?: ProtocolName | undefined;
  version?: string | undefined;
}

/** Endpoints of versions that the spec does not hold yet: such a request is named, not judged by another version. */
const laterEndpoints: Readonly<Record<string, string>> = { 'matomo.php': 'Matomo', tp2: 'Snowplow tp2' };

/**
 * The versions a request may speak, told from its path, or the reason why it cannot be judged.
 *
 * @param path as it was sent, without the query
 */
export function candidatesOf(path: string, choice: ProtocolChoice): { candidates: Facts[] } | { reason: string } {
  const endpoint = endpointOf(path);
  const named = choice.protocol ?? protocolByEndpoint(endpoint);
  if (!named) {
    const later = laterEndpoints[endpoint];
    const why = later ? `speaks ${later}, a version whose spec is not here yet` : 'is no tracking endpoint';
    return {
      reason: `the path ${JSON.stringify(path)} ${why}: name --protocol and --protocol-version to judge it by another`,
    };
  }
  const versions = protocols[named];
  if (choice.version !== undefined) {
    const facts = versions[choice.version];
    if (facts) return { candidates: [facts] };
    return { reason: `${named} has no version ${choice.version}: known are ${Object.keys(versions).join(', ')}` };
  }
  const all = Object.values(versions);
  const answering = all.filter((facts) => facts.endpoints.includes(endpoint));
  return { candidates: answering.length > 0 ? answering : all };
}

/**
 * The version that knows most of the names that were sent; of equals the oldest.
 *
 * @param candidates in the order of their dates, at least one
 */
export function versionOf(candidates: readonly Facts[], read: Hits): Facts | undefined {
  if (candidates.length === 1) return candidates[0];
  const names = new Set(read.hits.flatMap((hit) => (hit.kind === 'pairs' ? hit.pairs.map(({ name }) => name) : [])));
  let best: { facts: Facts; known: number } | undefined;
  for (const facts of candidates) {
    let known = 0;
    for (const name of names) if (Object.hasOwn(facts.parameters, name)) known += 1;
    if (!best || known > best.known) best = { facts, known };
  }
  return best?.facts;
}

function protocolByEndpoint(endpoint: string): ProtocolName | undefined {
  const names = Object.keys(protocols) as ProtocolName[];
  return names.find((name) => Object.values(protocols[name]).some((facts) => facts.endpoints.includes(endpoint)));
}
