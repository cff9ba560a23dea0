import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { facts } from '../../generated/snowplow/2014-01/facts.ts';
import { lines, missing } from './corpus.ts';
import { type Running, running, type StoredRecord } from './running.ts';

interface Vector {
  id: string;
  area: string;
  test: string;
  input: Record<string, string | number | null>;
  expect: {
    outcome: 'ok' | 'bad' | 'discarded';
    columns?: Record<string, string | number | null>;
    pairs?: [string, string][];
  };
}

const file = 'snowplow-2014-vectors.ndjson';
const vectors = lines<Vector>(file);

/** Areas no HTTP request of today's kind reaches: they are about lines of CDN logs. */
const unreachable = new Set(['collector-tstamp', 'cf-trailing-pct', 'cf-double-encoding']);
let here: Running;
beforeAll(async () => {
  here = await running();
});
afterAll(() => here.close());

async function stored(query: string, headers: Record<string, string> = {}): Promise<StoredRecord | undefined> {
  const before = (await here.records('snowplow/events')).length;
  const answer = await here.get(`/i?${query}`, headers);
  expect(answer.status).toBe(200);
  return (await here.records('snowplow/events')).slice(before).at(0);
}

/** One column as the vectors write it: text of digits, and 1 and 0 for booleans. */
const plain = (value: StoredRecord[string] | undefined) =>
  typeof value === 'boolean' ? String(Number(value)) : String(value ?? null);

async function check(query: string, vector: Vector, columns: (parameter: string) => readonly string[], parameter = '') {
  const row = await stored(query);
  if (vector.expect.outcome === 'bad') {
    expect(row).toBeUndefined();
    return;
  }
  const expected = Object.values(vector.expect.columns ?? {});
  expect(columns(parameter).map((column) => plain(row?.[column]))).toEqual(expected.map(plain));
}

const columnsOf = (name: string) => facts.parameters[name]?.columns.map(({ column }) => column) ?? [];

describe.skipIf(missing(file) !== undefined)(`vectors of the pipeline of 2014 ${missing(file) ?? ''}`, () => {
  const valued = vectors.filter(({ area }) =>
    ['dimensions', 'platform', 'decimal', 'boolean', 'tsv-safe'].includes(area),
  );
  const cases = valued.flatMap((vector) => {
    const given = String(vector.input.param);
    const names = given.startsWith('(') ? ['page', 'se_la', 'tr_id'] : given.split('|');
    return names.map((name) => ({ ...vector, name }));
  });

  it.each(cases)('$area: $test ($name)', async ({ name, ...vector }) => {
    const { value } = vector.input;
    const query = value === null ? `e=pv&${name}` : `e=pv&${name}=${encodeURIComponent(String(value))}`;
    await check(query, vector, columnsOf, name);
  });

  it.each(vectors.filter(({ area }) => ['campaign', 'url-parse'].includes(area)))(
    '$area: $test',
    async ({ input, ...vector }) => {
      const row = await stored(`e=pv&url=${encodeURIComponent(String(input.value))}`);
      for (const [column, value] of Object.entries(vector.expect.columns ?? {})) expect(row?.[column]).toBe(value);
    },
  );

  it.each(vectors.filter(({ area }) => area === 'url-salvage'))('url-salvage: $test', async (vector) => {
    for (const [name, column] of [
      ['url', 'page_url'],
      ['refr', 'page_referrer'],
    ] as const) {
      const row = await stored(`e=pv&${name}=${encodeURIComponent(String(vector.input.value))}`);
      if (vector.expect.outcome === 'bad') expect(row).toBeUndefined();
      else expect(row?.[column]).toBe(vector.expect.columns?.page_url);
    }
  });

  it.each(vectors.filter(({ area }) => area === 'referer'))('referer: $test', async ({ input, ...vector }) => {
    const page = encodeURIComponent(`http://${input.page_urlhost}/`);
    const row = await stored(`e=pv&url=${page}&refr=${encodeURIComponent(String(input.refr))}`);
    expect(row).toMatchObject(vector.expect.columns ?? {});
  });

  it.each(vectors.filter(({ area }) => area === 'page-url-source'))(
    'page-url-source: $test',
    async ({ input, ...vector }) => {
      const headers = input.referer_header === null ? {} : { Referer: String(input.referer_header) };
      const url = input.url === null ? '' : `&url=${encodeURIComponent(String(input.url))}`;
      const row = await stored(`e=pv${url}`, headers as Record<string, string>);
      expect(row?.page_url ?? null).toBe(vector.expect.columns?.page_url);
    },
  );

  it.each(vectors.filter(({ area }) => area === 'anon-ip'))('anon-ip: $test', async ({ input, ...vector }) => {
    const own = await running({ config: { snowplow: { anonymize_octets: Number(input.anonOctets) } } });
    await own.get('/i?e=pv', { 'X-Beaconform-Address': String(input.ip) });
    expect(await own.records('snowplow/events')).toMatchObject([vector.expect.columns]);
    await own.close();
  });

  it.each(vectors.filter(({ area }) => area === 'querystring'))('querystring: $test', async ({ input, ...vector }) => {
    const row = await stored(String(input.querystring ?? ''));
    expect(row !== undefined).toBe(vector.expect.outcome === 'ok');
  });

  it.each(vectors.filter(({ area }) => area === 'path'))('path: $test', async ({ input }) => {
    expect((await here.get(`${input.path}?e=pv`)).status).toBe(404);
  });

  it('are all looked at, or of an area that is named', () => {
    const seen = new Set([
      ...valued.map(({ area }) => area),
      ...['campaign', 'url-parse', 'url-salvage', 'referer', 'page-url-source', 'anon-ip', 'querystring', 'path'],
      ...unreachable,
      'golden-row',
    ]);
    expect([...new Set(vectors.map(({ area }) => area))].filter((area) => !seen.has(area))).toEqual([]);
  });
});
