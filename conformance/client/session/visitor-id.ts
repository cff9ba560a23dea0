import { advised, doubted, type Finding } from '../finding.ts';
import type { ReadHit } from '../hit.ts';
import { excerpt } from '../message.ts';
import { Bounded, ownText } from './bounded.ts';
import { clientOf, cookieOf, siteOf, visitorParameter } from './client.ts';

/** Different ids in as many hits of one client, after which it is said. */
const strangers = 3;

interface Seen {
  ids: string[];
  hits: number;
}

/** The visitor id of one client stays what it is. */
export class VisitorIds {
  readonly #known: Bounded<string>;
  readonly #seen: Bounded<Seen>;
  readonly #oneClient: boolean;

  /**
   * @param limit visitors kept
   * @param oneClient the caller knows that all requests are of one client
   */
  constructor(limit: number, oneClient: boolean) {
    this.#known = new Bounded(limit);
    this.#seen = new Bounded(limit);
    this.#oneClient = oneClient;
  }

  get dropped(): number {
    return this.#known.dropped;
  }

  compare(hit: ReadHit): Finding[] {
    const parameter = visitorParameter(hit);
    const id = hit.values.get(parameter);
    const requirement =
      hit.facts.protocol === 'piwik' ? 'piwik.visitor-detection.id-stays' : 'snowplow.network-user.domain-id-stays';
    if (!id || parameter === 'cid' || !(requirement in hit.facts.requirements)) return [];
    for (const { key, because } of this.#ties(hit)) {
      const before = this.#known.get(key);
      this.#known.set(key, ownText(id));
      if (before === undefined || before === id) continue;
      return [
        doubted(hit.facts, requirement, parameter, {
          sent: `${parameter}=${excerpt(id)} follows ${parameter}=${excerpt(before)}, and ${because}.`,
          expected: 'Expected: the id that was given first.',
          effect: 'A server counts a new visitor and cannot join what one person did.',
          remedy:
            'Keep the id, in a cookie or where the client keeps its settings, and read it before a new one is made.',
        }),
      ];
    }
    return this.#newEachTime(hit, parameter, id, requirement);
  }

  /** What makes two hits surely those of one visitor. Address and agent do not: a household may share both. */
  *#ties(hit: ReadHit): Generator<{ key: string; because: string }> {
    const { values } = hit;
    // Without cookies a browser cannot keep an id, and says so.
    if (values.get('cookie') === '0') return;
    const place = `${siteOf(hit)}\n${hostOf(values.get('url'))}`;
    if (this.#oneClient) yield { key: `one\n${place}`, because: 'all requests are of one client' };
    const network =
      hit.facts.protocol === 'piwik' ? cookieOf(hit, '_pk_uid') : (values.get('nuid') ?? cookieOf(hit, 'sp'));
    if (network) yield { key: `cookie\n${place}\n${network}`, because: 'the cookie of the tracker is the same' };
    const [first, last] = [values.get('_idts'), values.get('_viewts')];
    if (!first || !last || first === last) return;
    const times = `the first visit (_idts=${first}) and the last (_viewts=${last}) are the same`;
    yield { key: `times\n${clientOf(hit)}\n${first}\n${last}`, because: times };
  }

  #newEachTime(hit: ReadHit, parameter: string, id: string, requirement: string): Finding[] {
    const client = clientOf(hit);
    const seen = this.#seen.get(client) ?? { ids: [], hits: 0 };
    this.#seen.set(client, seen);
    if (seen.hits >= strangers) return [];
    seen.hits += 1;
    if (!seen.ids.includes(id)) seen.ids.push(ownText(id));
    if (seen.hits < strangers || seen.ids.length < strangers) return [];
    return [
      advised(hit.facts, requirement, parameter, {
        sent: `The first ${strangers} hits from one address and agent came with ${strangers} values of ${parameter}.`,
        expected: 'Expected: one id, if they are of one visitor.',
        effect: 'A server counts a visitor for each.',
        remedy: 'Look whether the client makes a new id for each hit.',
      }),
    ];
  }
}

function hostOf(url: string | undefined): string {
  return /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(url ?? '')?.[1] ?? '';
}
