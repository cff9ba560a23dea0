import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateTime, fromSqlTime, sqlTime } from '../../reference-server/piwik/forms/date-time.ts';
import { decimal, rounded } from '../../reference-server/piwik/forms/decimal.ts';
import { integer } from '../../reference-server/piwik/forms/integer.ts';
import { cutBytes, cutCharacters, trimmed, withoutBreaks } from '../../reference-server/piwik/forms/text.ts';

describe('integer', () => {
  it.each([
    ['7', 7],
    ['-3', -3],
    ['007', 7],
    ['+5', 5],
    [' 7', 7],
    ['1.0', 1],
    ['1e0', 1],
    ['-0', 0],
  ])('reads %j', (text, number) => {
    expect(integer(text)).toBe(number);
  });

  it.each(['', '7 ', '1.5', '1e3', '0x1A', 'abc', '7abc', 'true', '１', '1,0', '99999999999999999999'])(
    'does not read %j',
    (text) => {
      expect(integer(text)).toBeUndefined();
    },
  );
});

describe('decimal', () => {
  it.each([
    ['10', '10'],
    ['10.50', '10.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1e2', '100'],
    ['12.5e-3', '0.0125'],
    ['-1.5E1', '-15'],
    ['+7', '7'],
    [' 5', '5'],
    ['007.50', '7.5'],
    ['0.00', '0'],
    ['123456789012345678.90', '123456789012345678.9'],
  ])('writes %j as %s', (text, plain) => {
    expect(decimal(text)).toBe(plain);
  });

  it.each(['', '.', 'e5', '1,5', '5 ', '5abc', '0x1A', 'NaN', 'INF', '1_000', '1e99999', '1e-999'])(
    'does not read %j',
    (text) => {
      expect(decimal(text)).toBeUndefined();
    },
  );

  it('keeps every number that needs no exponent', () => {
    const digits = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(digits, ([whole, tenths]) => {
        expect(decimal(`${whole}.${tenths}0`)).toBe(`${whole}.${tenths}`);
      }),
    );
  });

  it.each([
    ['1.005', '1.01'],
    ['1.004', '1'],
    ['-1.005', '-1.01'],
    ['0.994', '0.99'],
    ['0.995', '1'],
    ['99999999999999999.995', '100000000000000000'],
    ['-0.001', '0'],
    ['2.5', '2.5'],
    ['7', '7'],
  ])('rounds %s to %s', (number, money) => {
    expect(rounded(number, 2)).toBe(money);
  });
});

describe('dateTime', () => {
  it.each([
    ['2011-04-05 00:11:42', 1301962302],
    ['2011-04-05T00:11:42', 1301962302],
    ['2011-04-05 00:11', 1301962260],
    ['2012-02-29 23:59:59', 1330559999],
    ['1390212000', 1390212000],
    ['1969-12-31 23:59:59', -1],
    ['9999-12-31 23:59:59', 253402300799],
  ])('reads %s', (text, time) => {
    expect(dateTime(text)).toBe(time);
  });

  it.each([
    '0',
    '',
    'yesterday',
    '2011-02-29 00:00:00',
    '2014-13-45 99:99:99',
    '2011-04-05 24:00:00',
    '20140119123456',
  ])('does not read %j', (text) => {
    expect(dateTime(text)).toBeUndefined();
  });

  it('comes back from what a row holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30610224000, max: 253402300799 }), (time) => {
        expect(fromSqlTime(sqlTime(time))).toBe(time);
        expect(dateTime(sqlTime(time))).toBe(time);
      }),
    );
  });
});

describe('cuts', () => {
  it('never split a character and never exceed their length', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 60 }), (whole, length) => {
        const bytes = cutBytes(whole, length);
        expect(whole.startsWith(bytes) && bytes.isWellFormed()).toBe(true);
        expect(Buffer.byteLength(bytes)).toBeLessThanOrEqual(length);
        const characters = cutCharacters(whole, length);
        expect(whole.startsWith(characters) && characters.isWellFormed()).toBe(true);
        expect([...characters]).toHaveLength(Math.min(length, [...whole].length));
      }),
    );
  });

  it.each([
    ['éé', 3, 'é'],
    ['é', 1, ''],
    ['a😀', 4, 'a'],
    ['a😀', 5, 'a😀'],
  ])('%s has in %i bytes %j', (text, bytes, beginning) => {
    expect(cutBytes(text, bytes)).toBe(beginning);
  });

  it('drop what breaks a line', () => {
    expect(withoutBreaks('a\r\nb\0c\td')).toBe('abc\td');
    expect(trimmed(' \t\na b\0 ')).toBe('a b');
  });
});
