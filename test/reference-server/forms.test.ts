import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timestamp } from '../../reference-server/snowplow/forms/epoch-millis.ts';
import type { Place } from '../../reference-server/snowplow/forms/form.ts';
import { type Forms, forms } from '../../reference-server/snowplow/forms/forms.ts';

const place: Place = { name: 'x', kinds: ['integer'], codes: new Set(['a', 'b']) };
const read = (form: keyof Forms, text: string) => {
  const reading = forms[form](text, place);
  return 'fault' in reading ? 'fault' : reading.values;
};

describe('decimal', () => {
  it.each([
    ['9.99', '9.99'],
    ['1999.00', '1999.00'],
    ['23.', '23'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['+1.5', '1.5'],
    ['007', '7'],
    ['0', '0'],
    ['-0', '0'],
    ['0.0', '0.0'],
    ['4.321768E3', '4321.768'],
    ['6.72E9', '6720000000'],
    ['7.51E-9', '0.00000000751'],
    ['1e+21', '1000000000000000000000'],
    ['1.50e1', '15.0'],
    ['0.5e1', '5'],
    ['12345678901234567.89', '12345678901234567.89'],
    ['', 'fault'],
    ['.', 'fault'],
    ['-', 'fault'],
    ['e5', 'fault'],
    ['1e', 'fault'],
    ['19,999.99', 'fault'],
    ['0x54', 'fault'],
    ['-7.51E^9', 'fault'],
    ['NaN', 'fault'],
    ['Infinity', 'fault'],
    [' 1', 'fault'],
    ['1 ', 'fault'],
    ['1e999', `1${'0'.repeat(999)}`],
    ['1e9999', 'fault'],
    ['1e-99999999', 'fault'],
  ])('%s is %s', (text, stored) => {
    expect(read('decimal', text)).toEqual(stored === 'fault' ? 'fault' : [stored]);
  });

  it('keeps every digit of any plain number', () => {
    const digits = (least: number) =>
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: least, maxLength: 25 });
    fc.assert(
      fc.property(
        fc.constantFrom('', '-'),
        fc.bigInt({ min: 1n, max: 10n ** 25n }),
        digits(1),
        (sign, whole, fraction) => {
          const text = `${sign}${whole}.${fraction}`;
          expect(read('decimal', text)).toEqual([text]);
        },
      ),
    );
  });

  it('means the same with an exponent, however the point is moved', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        fc.integer({ min: 0, max: 30 }),
        (number, shift) => {
          const [up] = read('decimal', `${number}e${shift}`) as string[];
          expect(BigInt(up ?? '')).toBe(number * 10n ** BigInt(shift));
          const [back] = read('decimal', `${up}e-${shift}`) as string[];
          expect(read('decimal', `${back}e${shift}`)).toEqual([
            number === 0n ? '0' : String(number * 10n ** BigInt(shift)),
          ]);
        },
      ),
    );
  });
});

describe('integer in a column of text', () => {
  it.each([
    ['3511643688', '3511643688'],
    ['+007', '+007'],
    ['-007', '-007'],
    ['9'.repeat(100), '9'.repeat(100)],
  ])('%s is %s', (wire, stored) => {
    expect(forms.integer(wire, { ...place, kinds: ['text'] })).toEqual({ values: [stored] });
  });
});

describe('other forms', () => {
  it.each<[keyof Forms, string, unknown]>([
    ['integer', '2147483647', [2147483647]],
    ['integer', '-2147483648', [-2147483648]],
    ['integer', '2147483648', 'fault'],
    ['integer', '-2147483649', 'fault'],
    ['integer', '+7', [7]],
    ['integer', '007', [7]],
    ['integer', '12.5', 'fault'],
    ['integer', '1e3', 'fault'],
    ['integer', '', 'fault'],
    ['integer', '٣', 'fault'],
    ['dimensions', '1105x390', [1105, 390]],
    ['dimensions', '0x0', [0, 0]],
    ['dimensions', '2147483647x2147483647', [2147483647, 2147483647]],
    ['dimensions', '2147483648x1', 'fault'],
    ['dimensions', '1105X390', 'fault'],
    ['dimensions', '-1x1', 'fault'],
    ['dimensions', '٤٥٦٧x680', 'fault'],
    ['dimensions', '1105x', 'fault'],
    ['flag', '1', [true]],
    ['flag', '0', [false]],
    ['flag', 'true', 'fault'],
    ['flag', '01', 'fault'],
    ['flag', '', 'fault'],
    ['code', 'a', ['a']],
    ['code', 'A', 'fault'],
    ['code', '', 'fault'],
    ['text', 'a\tb', ['a    b']],
    ['text', '\t', ['    ']],
    ['text', 'Hello\n', ['Hello']],
    ['text', '\u0002', [null]],
    ['text', '', [null]],
    ['text', ' ', [' ']],
    ['text', '\ufffd', ['\ufffd']],
    ['text', ' ä 🙂 ', [' ä 🙂 ']],
    ['epoch-millis', '1361553733313', ['2013-02-22', '17:22:13', 1361553733313, '2013-02-22 17:22:13.313']],
    ['decimal', 'null', []],
    ['epoch-millis', '0', ['1970-01-01', '00:00:00', 0, '1970-01-01 00:00:00.000']],
    ['epoch-millis', '-1', ['1969-12-31', '23:59:59', -1, '1969-12-31 23:59:59.999']],
    ['epoch-millis', '253402300799999', ['9999-12-31', '23:59:59', 253402300799999, '9999-12-31 23:59:59.999']],
    ['epoch-millis', '253402300800000', 'fault'],
    ['epoch-millis', '13615537333.13', 'fault'],
    ['epoch-millis', '', 'fault'],
    ['json', ' { "a": 1.0 } ', [' { "a": 1.0 } ', ' { "a": 1.0 } ']],
    ['json', '7', ['7', '7']],
    ['json', '{a:1}', 'fault'],
    ['json', '', 'fault'],
    ['base64-json', 'eyAicCI6ICI_Pz8-IiB9', ['{ "p": "???>" }', '{ "p": "???>" }']],
    ['base64-json', 'eyAicCI6ICI/Pz8+IiB9', ['{ "p": "???>" }', '{ "p": "???>" }']],
    ['base64-json', 'eyAicCI6ICI/Pz8 IiB9', ['{ "p": "???>" }', '{ "p": "???>" }']],
    ['base64-json', 'eyJhIjoiw7wifQ', ['{"a":"ü"}', '{"a":"ü"}']],
    ['base64-json', 'eyJhIjoiw7wifQ==', ['{"a":"ü"}', '{"a":"ü"}']],
    ['base64-json', 'eyJhIjoi/CJ9', 'fault'],
    ['base64-json', 'eyJh!', 'fault'],
    ['base64-json', '', 'fault'],
  ])('%s reads %j as %j', (form, text, expected) => {
    expect(read(form, text)).toEqual(expected);
  });

  it('reads the same document from every Base64', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.constantFrom<BufferEncoding>('base64', 'base64url'),
        fc.boolean(),
        (text, alphabet, padded) => {
          const bare = Buffer.from(text).toString(alphabet).replace(/=+$/, '');
          const wire = padded ? bare.padEnd(Math.ceil(bare.length / 4) * 4, '=') : bare;
          expect(read('base64-json', wire)).toEqual([text, text]);
        },
      ),
    );
  });

  it('writes time stamps as ISO 8601 does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 }), (millis) => {
        expect(timestamp(millis)).toBe(new Date(millis).toISOString().replace('T', ' ').replace('Z', ''));
      }),
    );
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(forms) as (keyof Forms)[])),
        fc.string({ unit: 'binary' }),
        (form, text) => {
          expect(read(form, text)).toBeDefined();
        },
      ),
    );
  });
});
