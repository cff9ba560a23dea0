import { type Finding, required } from '../finding.ts';
import type { ReadHit } from '../hit.ts';
import { excerpt } from '../message.ts';
import { Bounded, ownText } from './bounded.ts';
import { clientOf } from './client.ts';

interface Sent {
  value: string;
  /** Of the whole query, so that a request that is only repeated is not taken for a new one. */
  hash: number;
}

/** The random value of one client changes from request to request. */
export class CacheBusters {
  readonly #last: Bounded<Sent>;

  constructor(limit: number) {
    this.#last = new Bounded(limit);
  }

  get dropped(): number {
    return this.#last.dropped;
  }

  compare(hit: ReadHit): Finding[] {
    const name = nameOf(hit);
    const value = name && hit.values.get(name);
    // No cache answers a request with a body, and entries of a bulk body are no requests.
    if (!name || !value || hit.transport !== 'single' || hit.request.body.length > 0) return [];
    const client = clientOf(hit);
    const before = this.#last.get(client);
    const hash = hashOf(hit.request.query);
    this.#last.set(client, { value: ownText(value), hash });
    return before?.value === value && before.hash !== hash ? [same(hit, name, value)] : [];
  }
}

function nameOf({ facts, values }: ReadHit): string | undefined {
  if (facts.protocol === 'snowplow') return 'snowplow.duplicates.own-tid' in facts.requirements ? 'tid' : undefined;
  if (!('piwik.transport.fresh-random' in facts.requirements)) return undefined;
  return values.get('rand') ? 'rand' : 'r';
}

function same({ facts }: ReadHit, name: string, value: string): Finding {
  const id = facts.protocol === 'piwik' ? 'piwik.transport.fresh-random' : 'snowplow.duplicates.own-tid';
  return required(facts, id, name, {
    sent: `${name}=${excerpt(value)} is that of the request before, which reported something else.`,
    expected: 'Expected: a value drawn anew for each request.',
    effect:
      facts.protocol === 'piwik'
        ? 'A cache between client and server may answer in its place, and the hit is lost.'
        : 'Whoever removes events that came twice removes one of two different ones.',
    remedy: 'Draw the value when the request is made, from a range of a million or more.',
  });
}

/** FNV-1a: the whole query of each client would fill the memory, and a rare equal hash only hides one warning. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
