import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBulk } from '../../wire/bulk.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');
const read = (document: unknown) => readBulk(bytes(JSON.stringify(document)));

describe('readBulk', () => {
  it('reads query strings, absolute URLs and objects', () => {
    const bulk = read({
      requests: ['?idsite=1&rec=1', 'http://h/piwik.php?idsite=2#x?y', { idsite: 3, url: 'http://a/', cdt: null }],
      token_auth: 'abc',
    });
    expect(bulk).toMatchObject({ kind: 'bulk', token: 'abc' });
    if (bulk?.kind !== 'bulk') throw new Error('not read as bulk');
    expect(bulk.entries[0]).toMatchObject({
      pairs: [
        { name: 'idsite', value: '1' },
        { name: 'rec', value: '1' },
      ],
    });
    expect(bulk.entries[1]).toMatchObject({ pairs: [{ name: 'idsite', value: '2' }] });
    expect(bulk.entries[2]).toMatchObject({
      pairs: [
        { name: 'idsite', value: '3', literal: 'number' },
        { name: 'url', value: 'http://a/' },
        { name: 'cdt', value: 'null', literal: 'null' },
      ],
    });
  });

  it('keeps the place of an entry that is of no use', () => {
    const bulk = read({ requests: ['word', 7, ['?a=1'], '?a=1', 'idsite=1'] });
    if (bulk?.kind !== 'bulk') throw new Error('not read as bulk');
    expect(bulk.entries.map((entry) => entry.kind)).toEqual(['unusable', 'unusable', 'unusable', 'pairs', 'pairs']);
  });

  it.each([
    ['{"requests": [', 'malformed'],
    ["{'requests': []}", 'malformed'],
    ['{"requests": {}}', 'malformed'],
    ['{"requests":["?a=1\n2"]}', 'bulk'],
    ['  {"requests":[]}\r\n', 'bulk'],
  ])('%j is %s', (text, kind) => {
    expect(readBulk(bytes(text))?.kind).toBe(kind);
  });

  it.each(['', 'a=1', '{"request":[]}', '"requests"', '["requests"]', 'a="requests"'])(
    '%j is no bulk request',
    (text) => {
      expect(readBulk(bytes(text))).toBeUndefined();
    },
  );

  it('gives back every object of strings', () => {
    const entry = fc.dictionary(fc.string(), fc.string());
    fc.assert(
      fc.property(fc.array(entry), (requests) => {
        // Line breaks are dropped before reading, and JSON.stringify never leaves one in a string.
        const bulk = read({ requests });
        if (bulk?.kind !== 'bulk') throw new Error('not read as bulk');
        const back = bulk.entries.map((one) =>
          one.kind === 'pairs' ? one.pairs.map((pair) => [pair.name, pair.value]) : one,
        );
        expect(back).toEqual(requests.map((one) => Object.entries(one)));
      }),
    );
  });

  it('never throws on any bytes', () => {
    const part = fc.oneof(fc.uint8Array(), fc.constantFrom('{', '"requests"', ':', '[', ']', '}').map(bytes));
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const kind = readBulk(Buffer.concat(parts))?.kind;
        expect([undefined, 'bulk', 'malformed']).toContain(kind);
      }),
    );
  });
});
