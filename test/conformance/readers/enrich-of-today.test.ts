/** The stand-in for the pipeline of today, held against what that pipeline's own tests say. */
import { expect, test } from 'vitest';
import { lines, missing } from '../../reference-server/corpus.ts';
import { enrich } from './enrich-of-today.ts';

interface Vector {
  id: string;
  area: string;
  input: { param?: string; value?: string | null };
  expect: { outcome: string; columns?: Record<string, unknown> };
}

const file = 'snowplow-now-vectors.ndjson';
const why = missing(file);
const areas = ['integer', 'decimal', 'boolean', 'dimensions', 'platform', 'event-type', 'uuid', 'timestamp'];

/** Vectors of one parameter and its value; a list of parameters means each of them. */
const vectors = lines<Vector>(file).filter(
  ({ area, input }) => areas.includes(area) && input.param !== undefined && typeof input.value === 'string',
);

test.skipIf(why)(`takes and refuses the values that it must${why ? ` (${why})` : ''}`, () => {
  expect(vectors.length).toBeGreaterThan(20);
  const wrong = vectors.flatMap(({ id, input, expect: { outcome, columns = {} } }) => {
    const name = input.param?.split('|')[0] ?? '';
    const query = new URLSearchParams({ e: 'pv', p: 'web', aid: 'shop', [name]: input.value ?? '' });
    const enriched = enrich(query.toString(), {}, '127.0.0.1');
    const got = 'event' in enriched ? 'ok' : 'bad';
    if (got !== outcome) return [`${id}: ${input.value} is ${got}, not ${outcome}`];
    if (!('event' in enriched)) return [];
    return Object.entries(columns).flatMap(([column, value]) => {
      const stored = enriched.event[column];
      if (column === 'value' || same(stored, value)) return [];
      return [`${id}: ${column} is ${JSON.stringify(stored)}, not ${JSON.stringify(value)}`];
    });
  });
  expect(wrong).toEqual([]);
});

function same(stored: unknown, value: unknown): boolean {
  const text = (one: unknown) => (one === null ? 'null' : String(one).replace('T', ' ').replace('Z', ''));
  return text(stored) === text(value);
}
