import { protocols } from '../../generated/index.ts';
import type { Facts, ProtocolName } from '../../generated/model.ts';
import type { Hits } from '../../wire/hits.ts';
import { endpointOf } from '../../wire/request.ts';
import { validators } from './validators.ts';

/** Protocol and version the caller named; undefined parts are told from the request. */
export interface ProtocolChoice {
  protocol?: ProtocolName | undefined;
  version?: string | undefined;
}

/**
 * The versions a request may speak, told from its path, or the reason why it cannot be judged.
 *
 * @param path as it was sent, without the query
 */
export function candidatesOf(path: string, choice: ProtocolChoice): { candidates: Facts[] } | { reason: string } {
  const endpoint = endpointOf(path);
  const named = choice.protocol ?? protocolByEndpoint(endpoint);
  if (!named) return { reason: unknownEndpoint(path, endpoint) };
  const known = versionsOf(named);
  if (choice.version !== undefined) {
    const facts = known.find(({ version }) => version === choice.version);
    return facts
      ? judgeable([facts])
      : { reason: `${named} has no version ${choice.version}: known are ${namesOf(known)}` };
  }
  const answering = known.filter((facts) => facts.endpoints.includes(endpoint));
  return judgeable(answering.length > 0 ? answering : known);
}

/** Those that this judge has rules and a validator for. */
function judgeable(versions: Facts[]): { candidates: Facts[] } | { reason: string } {
  const candidates = versions.filter(({ protocol, version }) => `${protocol}@${version}` in validators);
  if (candidates.length > 0) return { candidates };
  const { protocol } = versions[0] as Facts;
  return {
    reason: `the request speaks ${protocol} ${namesOf(versions)}, a version that is not judged yet: name another by --protocol-version`,
  };
}

function unknownEndpoint(path: string, endpoint: string): string {
  const later = laterEndpoints[endpoint];
  const why = later ? `speaks ${later}, a version whose spec is not here yet` : 'is no tracking endpoint';
  return `the path ${JSON.stringify(path)} ${why}: name --protocol and --protocol-version to judge it by another`;
}

/** Endpoints of versions that the spec does not hold yet: such a request is named, not judged by another version. */
const laterEndpoints: Readonly<Record<string, string>> = { 'matomo.php': 'Matomo', tp2: 'Snowplow tp2' };

function namesOf(versions: readonly Facts[]): string {
  return versions.map(({ version }) => version).join(', ');
}

/** In the order of time: JavaScript puts a key such as `5` before `2.0`, whatever the order in the file. */
function versionsOf(protocol: ProtocolName): Facts[] {
  return Object.values(protocols[protocol]).sort((a, b) => Number(a.version) - Number(b.version) || 0);
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
  return names.find((name) => versionsOf(name).some((facts) => facts.endpoints.includes(endpoint)));
}
