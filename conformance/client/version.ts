import { protocols } from '../../generated/index.ts';
import type { Facts, ProtocolName } from '../../generated/model.ts';
import { endpointOf } from '../../wire/request.ts';

/** Protocol and version the caller named; undefined parts are told from the request. */
export interface ProtocolChoice {
  protocol?: ProtocolName | undefined;
  version?: string | undefined;
}

/** Endpoints of versions that the spec does not hold yet: such a request is named, not judged by another version. */
const laterEndpoints: Readonly<Record<string, string>> = { 'matomo.php': 'Matomo', tp2: 'Snowplow tp2' };

/** Tells the version a request speaks, or the reason why it cannot be judged. */
export function protocolOf(path: string, choice: ProtocolChoice): { facts: Facts } | { reason: string } {
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
  const version = choice.version ?? Object.keys(versions)[0];
  const facts = version === undefined ? undefined : versions[version];
  if (!facts) return { reason: `${named} has no version ${version}: known are ${Object.keys(versions).join(', ')}` };
  return { facts };
}

function protocolByEndpoint(endpoint: string): ProtocolName | undefined {
  const names = Object.keys(protocols) as ProtocolName[];
  return names.find((name) => Object.values(protocols[name]).some((facts) => facts.endpoints.includes(endpoint)));
}
