import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../wire/query.ts';

const plain = (pairs: ReturnType<typeof parseQuery>) => pairs.map(({ name, value }) => [name, value]);

describe('parseQuery', () => {
  it('gives back every pair that encodeURIComponent wrote, in order and with its duplicates', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => value.isWellFormed());
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (pairs) => {
        const raw = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
        const parsed = parseQuery(raw);
        expect(plain(parsed)).toEqual(pairs);
        expect(parsed.every((pair) => pair.wellFormed && pair.assigned)).toBe(true);
      }),
    );
  });

  it('agrees with URLSearchParams on every text without broken escapes', () => {
    const piece = fc.constantFrom('a', 'é', '日', '+', '%2B', '%20', '%C3%A9', '&', '=', '%00', '?', '#', ' ');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const raw = pieces.join('');
        // A leading question mark is dropped by URLSearchParams, and is part of the first name on the wire.
        fc.pre(!raw.startsWith('?'));
        expect(plain(parseQuery(raw))).toEqual([...new URLSearchParams(raw)]);
      }),
    );
  });

  it('never throws, and keeps the number of segments that are not empty', () => {
    const odd = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('%', '%4', '%zz', '%ff', '&', '=', '\ud800'));
    fc.assert(
      fc.property(fc.array(odd), (pieces) => {
        const raw = pieces.join('');
        expect(parseQuery(raw)).toHaveLength(raw.split('&').filter((segment) => segment !== '').length);
      }),
    );
  });

  it.each([
    ['a=%', '%', false],
    ['a=50%', '50%', false],
    ['a=%zz', '%zz', false],
    ['a=%4', '%4', false],
    ['a=%41%zz%C3%A9', 'A%zzé', false],
    ['a=%EF%BF%BD%', '\ufffd%', false],
    ['a=é%20ü', 'é ü', true],
    ['a=%EF%BB%BFx', '\ufeffx', true],
    ['a=%00', '\0', true],
    ['a=b=c', 'b=c', true],
    ['a=1+1%2B1', '1 1+1', true],
    ['a=%2541', '%41', true],
  ])('reads %s as %j', (raw, value, wellFormed) => {
    expect(parseQuery(raw)).toEqual([{ name: 'a', value, assigned: true, wellFormed }]);
  });

  it.each([
    ['a=%FF', '\ufffd', 'ÿ'],
    ['a=%ED%A0%80', '\ufffd\ufffd\ufffd', 'í\u00a0\u0080'],
    ['a=caf%E9+%C3%A9', 'caf\ufffd é', 'café Ã©'],
  ])('reads %s, which is no UTF-8, as Latin-1 too', (raw, value, latin1) => {
    expect(parseQuery(raw)).toEqual([{ name: 'a', value, assigned: true, wellFormed: false, latin1 }]);
  });

  it('tells a name alone from a name with an empty value', () => {
    expect(parseQuery('a&b=&=c&&')).toEqual([
      { name: 'a', value: '', assigned: false, wellFormed: true },
      { name: 'b', value: '', assigned: true, wellFormed: true },
      { name: '', value: 'c', assigned: true, wellFormed: true },
    ]);
  });
});
