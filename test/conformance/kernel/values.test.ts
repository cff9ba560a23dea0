import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, plainDecimal } from '../../../conformance/server/run/canonical.ts';
import { sameValue } from '../../../conformance/server/run/values.ts';

describe('decimals', () => {
  it('keep every digit whatever their notation', () => {
    const digits = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
    fc.assert(
      fc.property(digits, fc.nat(25), fc.nat(5), (number, places, zeros) => {
        const sign = number < 0n ? '-' : '';
        const text = String(number < 0n ? -number : number).padStart(places + 1, '0');
        const plain = places === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
        const padded = `${plain}${places === 0 ? '.' : ''}${'0'.repeat(zeros)}`;
        expect(plainDecimal(padded)).toBe(plainDecimal(plain));
        expect(plainDecimal(`${number}e-${places}`)).toBe(plainDecimal(plain));
        expect(plainDecimal(plainDecimal(plain) ?? '')).toBe(plainDecimal(plain));
      }),
    );
  });

  it('are written shortest', () => {
    const cases = { '1.50': '1.5', '007': '7', '-0.0': '0', '+1e2': '100', '.5': '0.5', '5.': '5', '12e-3': '0.012' };
    for (const [text, plain] of Object.entries(cases)) expect(plainDecimal(text)).toBe(plain);
    for (const text of ['', '.', 'e5', '1,5', '0x1', ' 1']) expect(plainDecimal(text)).toBeUndefined();
  });
});

describe('JSON', () => {
  it('is compared by what it means', () => {
    expect(canonicalJson('{"b":1e2,"a":[1.0,"x"]}')).toBe(canonicalJson(' { "a" : [1, "x"], "b": 100 }'));
    expect(canonicalJson('{"a":1}')).not.toBe(canonicalJson('[["a",1]]'));
    expect(canonicalJson('[12345678901234567890]')).not.toBe(canonicalJson('[12345678901234567891]'));
    expect(canonicalJson('["1"]')).not.toBe(canonicalJson('[1]'));
    expect(canonicalJson('{')).toBeUndefined();
  });

  it('survives another writer', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(JSON.stringify(value, null, 3))).toBe(canonicalJson(JSON.stringify(value)));
      }),
    );
  });
});

describe('values', () => {
  it('are equal only within what their kind allows', () => {
    expect(sameValue('decimal', '1.50', '1.5')).toBe(true);
    expect(sameValue('decimal', '1.5', '1.51')).toBe(false);
    expect(sameValue('text', '1.50', '1.5')).toBe(false);
    expect(sameValue('timestamp', '2014-01-28 10:00:00', '2014-01-28 10:00:00.000')).toBe(true);
    expect(sameValue('timestamp', '2014-01-28 10:00:00', '2014-01-28 10:00:00.001')).toBe(false);
    expect(sameValue('integer', 1, '1')).toBe(false);
    expect(sameValue('boolean', true, 1)).toBe(false);
    expect(sameValue('text', null, '')).toBe(false);
    expect(sameValue('json', '{"a":1}', '{"a": 1}')).toBe(true);
    expect(sameValue(undefined, 'a', 'a')).toBe(true);
  });
});
