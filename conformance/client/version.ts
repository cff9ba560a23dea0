import { versions } from '../../generated/index.ts';
import type { Facts, ProtocolName } from '../../generated/model.ts';
import type { Hits } from '../../wire/hits.ts';
import { endpointOf, type RawRequest } from '../../wire/request.ts';
import { parameterNamed, parametersOf } from './hit.ts';
import { validators } from './validators.ts';

/** Protocol and version the caller named; undefined parts are told from the request. */
export interface ProtocolChoice {
  protocol?: ProtocolName | undefined;
  version?: string | undefined;
}

/**
 * The versions a request may speak, told from its path and its method, or the reason why it cannot be judged. They stand
 * in the order of time, and there is at least one.
 */
export function candidatesOf(
  { path, method }: Pick<RawRequest, 'path' | 'method'>,
  choice: ProtocolChoice,
): { candidates: readonly Facts[] } | { reason: string } {
  const endpoint = endpointOf(path);
  const named = choice.protocol ?? protocolByEndpoint(endpoint);
  if (!named) return { reason: unknownEndpoint(path) };
  const known = versions[named];
  if (choice.version !== undefined) {
    const facts = known.find(({ version }) => version === choice.version);
    return facts
      ? judgeable([facts])
      : { reason: `${named} has no version ${choice.version}: known are ${namesOf(known)}` };
  }
  return answering(named, endpoint, method.toUpperCase() === 'POST');
}

const answeringAt = new Map<string, ReturnType<typeof judgeable>>();

/** The same for each request to one endpoint; every hit asks. */
function answering(protocol: ProtocolName, endpoint: string, posted: boolean): ReturnType<typeof judgeable> {
  const known = versions[protocol];
  const there = known.filter((facts) => facts.endpoints.includes(endpoint));
  // Endpoints of no version are many, and are all answered alike.
  const key = `${protocol} ${there.length > 0 ? endpoint : ''} ${posted}`;
  let answer = answeringAt.get(key);
  if (!answer) {
    const candidates = there.length > 0 ? there : known;
    // A version without any route for POST is not the one a client means that posts.
    const posting = candidates.filter(({ routes }) => routes.some(({ methods }) => methods.includes('POST')));
    answer = judgeable(posted && posting.length > 0 ? posting : candidates);
    answeringAt.set(key, answer);
  }
  return answer;
}

/** Those that this judge has rules and a validator for. */
function judgeable(known: readonly Facts[]): { candidates: readonly Facts[] } | { reason: string } {
  const candidates = known.filter(({ protocol, version }) => `${protocol}@${version}` in validators);
  if (candidates.length > 0) return { candidates };
  const { protocol } = known[0] as Facts;
  return {
    reason: `the request speaks ${protocol} ${namesOf(known)}, a version that is not judged yet: name another by --protocol-version`,
  };
}

function unknownEndpoint(path: string): string {
  return `the path ${JSON.stringify(path)} is no tracking endpoint: name --protocol and --protocol-version to judge it all the same`;
}

function namesOf(known: readonly Facts[]): string {
  return known.map(({ version }) => version).join(', ');
}

/** JavaScript trackers of Snowplow from 2.0 on speak today's protocol also where an event bears no new name. */
const trackersOfToday = /^js-(?:[2-9]|[1-9][0-9])\./;

/**
 * The version that knows most of the names that were sent; of equals the oldest.
 *
 * @param candidates in the order of their dates, at least one
 */
export function versionOf(candidates: readonly Facts[], read: Hits): Facts | undefined {
  if (candidates.length === 1) return candidates[0];
  const common = commonNames(candidates);
  const telling = new Set<string>();
  for (const hit of read.hits) {
    if (hit.kind !== 'pairs') continue;
    for (const { name, value } of hit.pairs) {
      if (name === 'tv' && trackersOfToday.test(value)) return candidates.at(-1);
      if (!common.has(name)) telling.add(name);
    }
  }
  let best: { facts: Facts; known: number } | undefined;
  for (const facts of candidates) {
    let known = 0;
    for (const name of telling) if (parameterNamed(facts, name)) known += 1;
    if (!best || known > best.known) best = { facts, known };
  }
  return best?.facts;
}

const commonByVersions = new WeakMap<readonly Facts[], ReadonlySet<string>>();

/** Names that every candidate knows tell nothing; most of a hit are such, and every hit is asked. */
function commonNames(candidates: readonly Facts[]): ReadonlySet<string> {
  let common = commonByVersions.get(candidates);
  if (!common) {
    const all = candidates.flatMap((facts) => Object.keys(facts.parameters));
    common = new Set(all.filter((name) => candidates.every((facts) => parametersOf(facts).has(name))));
    commonByVersions.set(candidates, common);
  }
  return common;
}

function protocolByEndpoint(endpoint: string): ProtocolName | undefined {
  const names = Object.keys(versions) as ProtocolName[];
  return names.find((name) => versions[name].some((facts) => facts.endpoints.includes(endpoint)));
}
