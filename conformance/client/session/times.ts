import { type Finding, required } from '../finding.ts';
import type { ReadHit } from '../hit.ts';
import { excerpt } from '../message.ts';
import { Bounded } from './bounded.ts';
import { visitorOf } from './client.ts';

/** Requests that are sent at once may overtake each other, and clocks are set; what is less is not said. */
export const toleranceMillis = 10_000;

interface Progress {
  time: number | undefined;
  visits: number | undefined;
}

/** Times and counts of one visitor go forward. */
export class Times {
  readonly #last: Bounded<Progress>;

  constructor(limit: number) {
    this.#last = new Bounded(limit);
  }

  get dropped(): number {
    return this.#last.dropped;
  }

  compare(hit: ReadHit): Finding[] {
    const visitor = visitorOf(hit);
    if (visitor === undefined) return [];
    const before = this.#last.get(visitor);
    const now = { time: timeOf(hit) ?? before?.time, visits: visitsOf(hit) ?? before?.visits };
    this.#last.set(visitor, now);
    return before ? [...backwards(hit, before, now), ...fewerVisits(hit, before, now)] : [];
  }
}

function backwards({ facts, values }: ReadHit, before: Progress, now: Progress): Finding[] {
  const [id, name] =
    facts.protocol === 'piwik'
      ? (['piwik.client-time.forwards', 'cdt'] as const)
      : (['snowplow.time.forwards', 'dtm'] as const);
  if (before.time === undefined || now.time === undefined || now.time >= before.time - toleranceMillis) return [];
  if (!(id in facts.requirements)) return [];
  const seconds = Math.round((before.time - now.time) / 1000);
  return [
    required(facts, id, name, {
      sent: `${name}=${excerpt(values.get(name) ?? '')} is ${seconds} seconds before that of the last hit of this visitor.`,
      expected: 'Expected: the hits of a visitor in the order of their times.',
      effect:
        facts.protocol === 'piwik'
          ? 'A server moves the end of the visit back, or begins a visit in the middle of another.'
          : 'A server stores it; sessions and durations drawn from the times are wrong.',
      remedy: 'Send the oldest first, and take the time from a clock that does not jump.',
    }),
  ];
}

function fewerVisits({ facts }: ReadHit, before: Progress, now: Progress): Finding[] {
  const id = 'piwik.visitor-counters.count-raised';
  if (before.visits === undefined || now.visits === undefined || now.visits >= before.visits) return [];
  if (!(id in facts.requirements)) return [];
  return [
    required(facts, id, '_idvc', {
      sent: `_idvc=${now.visits} follows _idvc=${before.visits} of the same visitor.`,
      expected: 'Expected: a count that grows by one with each visit.',
      effect: 'A server takes it as it is: a returning visitor looks new.',
      remedy: 'Keep the count beside the id and raise it when a visit begins.',
    }),
  ];
}

/** Epoch milliseconds of the hit, as its client says; undefined when it says none or none that can be read. */
export function timeOf({ facts, values }: ReadHit): number | undefined {
  const text = values.get(facts.protocol === 'piwik' ? 'cdt' : 'dtm');
  if (!text) return undefined;
  if (/^[0-9]{1,16}$/.test(text)) return facts.protocol === 'piwik' ? Number(text) * 1000 : Number(text);
  const time = facts.protocol === 'piwik' ? Date.parse(`${text.replace(' ', 'T')}Z`) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

function visitsOf({ values }: ReadHit): number | undefined {
  const text = values.get('_idvc');
  return text && /^[0-9]{1,9}$/.test(text) ? Number(text) : undefined;
}
