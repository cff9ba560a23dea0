import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as piwik from '../../generated/piwik/2.0/client.ts';
import { validateRequest as validatePiwik } from '../../generated/piwik/2.0/validate.ts';
import * as snowplow from '../../generated/snowplow/2014-01/client.ts';
import { validateRequest as validateSnowplow } from '../../generated/snowplow/2014-01/validate.ts';

const page = { idsite: 1, url: 'http://example.org/a?b=c d' };

describe('the typed client writes', () => {
  const cases: [string, Partial<piwik.Hit>, Record<string, string>][] = [
    ['the one value of rec by itself', {}, { rec: '1' }],
    ['a size', { res: { width: 1280, height: 1024 } }, { res: '1280x1024' }],
    ['custom variables', { cvar: { 1: ['OS', 'é'], 5: ['a', ''] } }, { cvar: '{"1":["OS","é"],"5":["a",""]}' }],
    ['a small number without an exponent', { lat: 1.5e-7 }, { lat: '0.00000015' }],
    ['a large number without an exponent', { e_v: 1.25e21 }, { e_v: '1250000000000000000000' }],
    ['digits as they are', { e_v: '12345678901234567890.123456789' }, { e_v: '12345678901234567890.123456789' }],
    ['an amount', { revenue: 42.5 }, { revenue: '42.5' }],
    ['a bigint', { _idvc: 12345678901234567890n }, { _idvc: '12345678901234567890' }],
    ['minus zero', { _idvc: -0, e_v: -0 }, { _idvc: '0', e_v: '0' }],
    ['a Date as seconds', { _idts: new Date('2014-01-14T12:00:00.999Z') }, { _idts: '1389700800' }],
    ['a Date as date and time', { cdt: new Date('2011-04-05T00:11:42.9Z') }, { cdt: '2011-04-05 00:11:42' }],
    ['flags', { pdf: true, java: false }, { pdf: '1', java: '0' }],
    ['a URL object', { urlref: new URL('http://example.com') }, { urlref: 'http://example.com/' }],
    [
      'items with exact prices',
      {
        ec_items: [
          { sku: 'a', price: '9.90' },
          { sku: 'b', name: 'B', category: ['x', 'y'], quantity: 2 },
        ],
      },
      { ec_items: '[["a","","",9.90,1],["b","B",["x","y"],0,2]]' },
    ],
    ['nothing for what is undefined', { ua: undefined }, {}],
  ];
  it.each(cases)('%s', (_, hit, texts) => {
    const written = piwik.texts({ ...page, ...hit });
    expect(written).toEqual({ rec: '1', idsite: '1', url: page.url, ...texts });
    expect(validatePiwik(written)).toEqual([]);
  });

  it('Base64 of UTF-8 in the URL-safe alphabet, without padding', () => {
    for (const value of [{ a: '?>é\u{1f600}' }, {}, [1], 'ab', '~~~~???']) {
      const { ue_px = '' } = snowplow.texts({ e: 'ue', ue_px: value });
      expect(ue_px).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(JSON.parse(Buffer.from(ue_px, 'base64url').toString())).toEqual(value);
    }
  });

  it('queries that decode to the same texts', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, fc.double({ noNaN: true, noDefaultInfinity: true }), (title, name, value) => {
        const query = snowplow.query({ e: 'se', page: title, se_ac: name, se_va: value });
        const decoded = Object.fromEntries(new URLSearchParams(query));
        expect(decoded).toMatchObject({ page: title.toWellFormed(), se_ac: name.toWellFormed() });
        expect(Number(decoded.se_va)).toBe(value + 0);
        expect(validateSnowplow(decoded)).toEqual([]);
      }),
    );
  });
});

describe('the typed client refuses, naming the parameter,', () => {
  const refused: [string, () => unknown, RegExp][] = [
    [
      'half a pixel',
      () => piwik.texts({ ...page, res: { width: 1.5, height: 2 } }),
      /^res: expected .*whole pixels, got 1.5$/,
    ],
    [
      'a visitor id of 15 digits',
      () => piwik.texts({ ...page, _id: '0123456789abcde' }),
      /^_id: expected exactly 16 hex/,
    ],
    [
      'an amount with three decimals',
      () => piwik.texts({ ...page, revenue: 0.1 + 0.2 }),
      /^revenue: expected an amount/,
    ],
    ['an hour too many', () => piwik.texts({ ...page, h: 24 }), /^h: expected a whole number, 0 to 23, got 24$/],
    [
      'a number beyond what JavaScript holds',
      () => piwik.texts({ ...page, _idvc: 2 ** 53 }),
      /^_idvc: expected a whole number/,
    ],
    ['infinity', () => piwik.texts({ ...page, lat: Number.POSITIVE_INFINITY }), /^lat: expected a finite number/],
    ['a path in place of a URL', () => piwik.texts({ idsite: 1, url: '/a' }), /^url: expected a full URL/],
    ['a Date that is none', () => piwik.texts({ ...page, _idts: new Date('x') }), /^_idts: expected a Date/],
    [
      'a sixth slot',
      () => piwik.texts({ ...page, cvar: { 6: ['a', 'b'] } as never }),
      /^cvar: expected a slot from 1 to 5/,
    ],
    ['a name of no parameter', () => piwik.texts({ ...page, toString: 'x' } as never), /toString is no parameter/],
  ];
  it.each(refused)('%s', (_, write, message) => expect(write).toThrow(message));
});

describe('the typed client sends', () => {
  const received: { method: string; url: string; type: string | undefined; body: string }[] = [];
  let server: Server;
  let url = '';
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const { method = '', url = '', headers } = request;
      received.push({ method, url, type: headers['content-type'], body: await bodyOf(request) });
      if (headers['content-type'] === 'application/json') response.end('{"status":"success","tracked":2}');
      else response.writeHead(200, { 'content-type': 'image/gif' }).end('GIF89a');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/piwik.php`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('a hit by GET', async () => {
    const sent = await piwik.track({ url }, { ...page, action_name: 'A+B & ü' });
    expect(sent).toMatchObject({ status: 200, ok: true, hidden: false });
    expect(new TextDecoder().decode(sent.body)).toBe('GIF89a');
    const query = 'rec=1&idsite=1&url=http%3A%2F%2Fexample.org%2Fa%3Fb%3Dc%20d&action_name=A%2BB%20%26%20%C3%BC';
    expect(received.at(-1)).toEqual({ method: 'GET', url: `/piwik.php?${query}`, type: undefined, body: '' });
  });

  it('a hit by POST, with headers of its own', async () => {
    await piwik.post({ url: new URL(url), init: { headers: { 'x-test': '1' } } }, { ...page, ua: 'Té' });
    const { method, type, body } = received.at(-1) ?? {};
    expect({ method, type }).toEqual({ method: 'POST', type: 'application/x-www-form-urlencoded; charset=utf-8' });
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({ rec: '1', idsite: '1', url: page.url, ua: 'Té' });
  });

  it('several hits in one request', async () => {
    const token = '33dc3f2536d3025974cccb4b4d2d98f4';
    const sent = await piwik.bulk({ url }, [page, { ...page, cip: '::1' }], token);
    expect(sent.answer).toEqual({ status: 'success', tracked: 2 });
    expect(JSON.parse(received.at(-1)?.body ?? '')).toEqual({
      requests: [`?${piwik.query(page)}`, `?${piwik.query({ ...page, cip: '::1' })}`],
      token_auth: token,
    });
  });

  it('through the fetch it is given', async () => {
    const asked: string[] = [];
    const fetch = async (address: string | URL | Request): Promise<Response> => {
      asked.push(String(address));
      return new Response('late', { status: 503 });
    };
    const sent = await snowplow.track({ url: 'http://collector.test/i?a=b', fetch }, { e: 'pv' });
    expect(asked).toEqual(['http://collector.test/i?a=b&e=pv']);
    expect(sent).toMatchObject({ status: 503, ok: false });
  });
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
