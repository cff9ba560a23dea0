import { agrees, type Equals } from '../tracking/agree.ts';
import { textUnder } from '../tracking/column.ts';
import type { TrackedHit } from '../tracking/tracking.ts';
import { subjectOf } from './subject.ts';
import type { MatcherResult } from './to-conform.ts';

/**
 * What a hit must say: names of parameters or of stored columns, each with a text, number, boolean, Date, RegExp,
 * document or matcher; null for what must not be sent.
 */
export type ExpectedHit = Readonly<Record<string, unknown>>;

export interface TrackedOptions {
  /** Exactly so many hits; at least one when not given. */
  times?: number;
}

interface Compared {
  at: number;
  hit: TrackedHit;
  /** What the hit says under each expected name. */
  said: Record<string, string | undefined>;
  differing: string[];
}

/** Whether a hit was tracked that says everything that is expected. */
export function toHaveTracked(
  received: unknown,
  expected: ExpectedHit,
  { times }: TrackedOptions,
  equals: Equals,
): MatcherResult {
  const { hits, requests, reasons } = subjectOf(received);
  const compared = hits.map((hit, at) => compare(hit, at, expected, equals));
  const found = compared.filter(({ differing }) => differing.length === 0).length;
  const pass = times === undefined ? found > 0 : found === times;
  const closest = compared.toSorted((a, b) => a.differing.length - b.differing.length)[0];
  if (pass || !closest || found > 0) {
    return { pass, message: () => countMessage(expected, times, found, { hits: hits.length, requests, reasons }) };
  }
  return {
    pass,
    message: () => differenceMessage(closest, compared),
    // The runner shows these two side by side.
    actual: shownAs(expected, closest),
    expected,
  };
}

function compare(hit: TrackedHit, at: number, expected: ExpectedHit, equals: Equals): Compared {
  const said: Record<string, string | undefined> = {};
  const differing: string[] = [];
  for (const [name, value] of Object.entries(expected)) {
    said[name] = textUnder(hit, name);
    if (!agrees(said[name], value, equals)) differing.push(name);
  }
  return { at, hit, said, differing };
}

/** What agrees is shown as it is expected, so that only differences differ. */
function shownAs(expected: ExpectedHit, { said, differing }: Compared): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(expected).map(([name, value]) => [name, differing.includes(name) ? (said[name] ?? null) : value]),
  );
}

function differenceMessage({ at, hit, said, differing }: Compared, all: readonly Compared[]): string {
  const lines = differing.map(
    (name) => `  ${name} is ${said[name] === undefined ? 'not sent' : JSON.stringify(said[name])}`,
  );
  return [
    `expected a hit that was not tracked; the closest of ${all.length} is hit ${at} (${hit.protocol} ${hit.version}), where`,
    ...lines,
    ...(all.length > 1 ? ['tracked were', ...all.map((each) => `  ${summary(each)}`)] : []),
  ].join('\n');
}

function summary({ at, hit: { parameters } }: Compared): string {
  const text = Object.entries(parameters)
    .slice(0, 5)
    .map(([name, value]) => `${name}=${value.slice(0, 60)}`)
    .join(' ');
  return `hit ${at}: ${text}${Object.keys(parameters).length > 5 ? ' …' : ''}`;
}

function countMessage(
  expected: ExpectedHit,
  times: number | undefined,
  found: number,
  seen: { hits: number; requests: number; reasons: readonly string[] },
): string {
  const what = JSON.stringify(expected, (_, value) => (value instanceof RegExp ? String(value) : value));
  const count = times === undefined ? '' : `${times} times `;
  const first = `expected ${count}${what}, and ${found} of ${seen.hits} hits are such`;
  return seen.hits > 0 ? first : [`${first} (${seen.requests} requests were recorded)`, ...seen.reasons].join('\n  ');
}
