import { describe, expect, it } from 'vitest';
import { uriFault } from '../../reference-server/snowplow/uri.ts';
import { urlParts } from '../../reference-server/snowplow/url.ts';

describe('urlParts', () => {
  it.each([
    ['http://www.nbnz.co.nz:440/login.asp', ['http', 'www.nbnz.co.nz', 440, '/login.asp', null, null]],
    ['https://www.lancs.ac.uk#footer', ['https', 'www.lancs.ac.uk', 80, null, null, 'footer']],
    ['https://H.Example/a/../b/./?X=%c3%bc#F', ['https', 'H.Example', 80, '/a/../b/./', 'X=%c3%bc', 'F']],
    ['http://user:pass@h:8080?q', ['http', 'h', 8080, null, 'q', null]],
    ['http://[2001:db8::1]:81/', ['http', '[2001:db8::1]', 81, '/', null, null]],
    ['http://bücher.example/ü?ü#ü', ['http', 'bücher.example', 80, '/ü', 'ü', 'ü']],
    ['http://h/?a?b', ['http', 'h', 80, '/', 'a?b', null]],
    ['http://h/?#', ['http', 'h', 80, '/', null, null]],
    ['file:///a', ['file', null, 80, '/a', null, null]],
    ['file://file:///a', ['file', 'file', 80, '///a', null, null]],
    ['mailto:a@b', ['mailto', null, 80, 'a@b', null, null]],
    ['http=//www.psychicbazaar.com/', [null, null, 80, 'http=//www.psychicbazaar.com/', null, null]],
    ['//h/p', [null, 'h', 80, '/p', null, null]],
    ['http://a:b:c/', ['http', 'a', 80, '/', null, null]],
  ])('%s', (url, [scheme, host, port, path, query, fragment]) => {
    expect(urlParts(url as string)).toEqual({ scheme, host, port, path, query, fragment });
  });
});

describe('uriFault', () => {
  it.each([
    'http://h/',
    'http://h/a%20b',
    'http://bücher.example/日本',
    'a',
    '',
    'mailto:a@b',
    'http://[::1]/',
    'http://h/?[]',
    'http://h//?x',
    '#y',
  ])('%s is a URI', (uri) => expect(uriFault(uri)).toBeUndefined());
  it.each([
    'http://h/a|b',
    'http://h/a b',
    'http://h/{x}',
    'http://h/<x>',
    'http://h/\\',
    'http://h/%zz',
    'http://h/%',
    'http://h/\u00a0',
    'http://h/[',
    'http://h/#a#b',
    'http://',
    'http:',
    '1a:b',
    'a_b:c',
    '//',
    'http:#y',
  ])('%s is none', (uri) => expect(uriFault(uri)).toBeTypeOf('string'));
});
