import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawRequest } from '../../wire/request.ts';
import { readBatch, tp2Hits } from '../../wire/tp2.ts';

const schema = 'iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4';
const post = (body: string | Uint8Array, query = ''): RawRequest => ({
  method: 'POST',
  path: '/com.snowplowanalytics.snowplow/tp2',
  query,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from(body),
});
const batch = (data: unknown, query = '') => tp2Hits(post(JSON.stringify({ schema, data }), query));

describe('tp2Hits', () => {
  it('gives one hit an event of a batch, in their order', () => {
    const found = batch([
      { e: 'pv', p: 'web', page: 'Ü & +%20' },
      { e: 'pp', tv: 'js-3' },
    ]);
    expect(found).toMatchObject({ transport: 'batch', schema, beside: [] });
    expect(found.unreadable).toBeUndefined();
    expect(found.hits).toEqual([
      {
        kind: 'pairs',
        pairs: [
          { name: 'e', value: 'pv', assigned: true, wellFormed: true, place: 'batch' },
          { name: 'p', value: 'web', assigned: true, wellFormed: true, place: 'batch' },
          // A body is no query: nothing in it is decoded.
          { name: 'page', value: 'Ü & +%20', assigned: true, wellFormed: true, place: 'batch' },
        ],
      },
      expect.objectContaining({ kind: 'pairs' }),
    ]);
  });

  it('puts the query before the parameters of each event', () => {
    const { hits, beside } = batch([{ e: 'pv', aid: 'own' }, { e: 'pp' }], 'aid=asked');
    expect(beside).toMatchObject([{ name: 'aid', value: 'asked', place: 'query' }]);
    expect(hits).toMatchObject([
      {
        pairs: [
          { name: 'aid', value: 'asked', place: 'query' },
          { name: 'e', place: 'batch' },
          { name: 'aid', value: 'own', place: 'batch' },
        ],
      },
      {
        pairs: [
          { name: 'aid', place: 'query' },
          { name: 'e', place: 'batch' },
        ],
      },
    ]);
  });

  it('keeps the type of values that are no strings', () => {
    const { hits } = batch([{ dtm: 1361553733313, e: null, co: { a: 1 }, cookie: true }]);
    expect(hits).toMatchObject([
      {
        pairs: [
          { name: 'dtm', value: '1361553733313', literal: 'number' },
          { name: 'e', value: 'null', literal: 'null' },
          { name: 'co', value: '{"a":1}', literal: 'object' },
          { name: 'cookie', value: 'true', literal: 'boolean' },
        ],
      },
    ]);
  });

  it('names an event that is no object, and leaves the others', () => {
    expect(batch([1, { e: 'pv' }, null]).hits).toMatchObject([
      { kind: 'unusable', reason: 'the event is number, not an object' },
      { kind: 'pairs' },
      { kind: 'unusable', reason: 'the event is null, not an object' },
    ]);
    expect(batch([]).hits).toEqual([]);
  });

  it.each([
    ['e=pv&p=web', /no JSON document/],
    ['[]', /the body is array, not an object/],
    ['null', /the body is null, not an object/],
    [`{"schema":"${schema}"}`, /"data" is missing, not an array/],
    [`{"schema":"${schema}","data":{}}`, /"data" is object, not an array/],
  ])('says why the body %s carries none', (body, reason) => {
    const found = tp2Hits(post(body));
    expect(found).toMatchObject({ transport: 'batch', hits: [] });
    expect(found.unreadable).toMatch(reason);
  });

  it('reads the query of a GET, and of a POST without a body', () => {
    const get = { ...post('', 'e=pv&stm=1'), method: 'GET' };
    for (const request of [get, post('', 'e=pv&stm=1')]) {
      expect(tp2Hits(request)).toMatchObject({
        transport: 'single',
        hits: [{ pairs: [{ name: 'e' }, { name: 'stm', value: '1', place: 'query' }] }],
      });
    }
    expect(tp2Hits({ ...get, body: Buffer.from('{"data":[]}') }).transport).toBe('single');
  });
});

describe('readBatch', () => {
  it('never throws', () => {
    const bytes = fc.oneof(fc.uint8Array(), fc.json().map(Buffer.from));
    fc.assert(
      fc.property(bytes, (body) => {
        expect(() => readBatch(body)).not.toThrow();
      }),
    );
  });

  it('reads back what was written', () => {
    const event = fc.dictionary(
      fc.string().filter((name) => name !== '__proto__'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(event), (data) => {
        const read = readBatch(Buffer.from(JSON.stringify({ schema, data })));
        if (read?.kind !== 'batch') throw new Error('not read as a batch');
        const objects = read.entries.map((entry) =>
          entry.kind === 'pairs' ? Object.fromEntries(entry.pairs.map(({ name, value }) => [name, value])) : entry,
        );
        expect(objects).toEqual(data.map((one) => ({ ...one })));
      }),
    );
  });
});
