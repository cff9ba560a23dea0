import { describe, expect, it } from 'vitest';
import { addressText, inRange, masked, parseAddress, parseRange } from '../../reference-server/piwik/address.ts';
import { pageTitle } from '../../reference-server/piwik/page-title.ts';
import { pageUrl, splitPrefix } from '../../reference-server/piwik/page-url.ts';
import type { Site } from '../../reference-server/settings/settings.ts';
import { settingsWith } from './tracked.ts';

const address = (text: string) => {
  const parsed = parseAddress(text);
  if (parsed === undefined) throw new Error(`${text} is no address`);
  return parsed;
};

describe('addresses', () => {
  it.each([
    ['203.0.113.10', '203.0.113.10'],
    ['2001:DB8:0:0::5', '2001:db8::5'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
  ])('%s is written %s', (text, written) => {
    expect(addressText(address(text))).toBe(written);
  });

  it.each(['', '256.1.1.1', '1.2.3', '1.2.3.4:80', '1.2.3.4/24', '1.2.3.*', '0x7f.1', 'host.example', '::g'])(
    '%j is none',
    (text) => {
      expect(parseAddress(text)).toBeUndefined();
    },
  );

  it.each([
    ['198.51.100.77', 0, '198.51.100.77'],
    ['198.51.100.77', 1, '198.51.100.0'],
    ['198.51.100.77', 4, '0.0.0.0'],
    ['::ffff:198.51.100.77', 2, '::ffff:198.51.0.0'],
    ['2001:db8:1:2:3:4:5:6', 1, '2001:db8:1:2::'],
    ['2001:db8:1:2:3:4:5:6', 2, '2001:db8:1::'],
    ['2001:db8:1:2:3:4:5:6', 3, '2001:d00::'],
  ])('%s masked by %i octets is %s', (text, octets, written) => {
    expect(addressText(masked(address(text), octets))).toBe(written);
  });

  it.each([
    ['10.9.8.*', '10.9.8.255', true],
    ['10.9.8.*', '10.9.9.1', false],
    ['10.*', '10.1.2.3', true],
    ['192.0.2.0/24', '192.0.2.255', true],
    ['192.0.2.0/24', '192.0.3.0', false],
    ['192.0.2.7', '192.0.2.7', true],
    ['192.0.2.7', '192.0.2.8', false],
    ['192.0.2.0/24', '::ffff:192.0.2.9', true],
    ['2001:db8:bad::/48', '2001:db8:bad::5', true],
    ['2001:db8:bad::/48', '2001:db8:bae::5', false],
    ['0.0.0.0/0', '2001:db8::', false],
  ])('the range %s with %s: %s', (range, text, within) => {
    const parsed = parseRange(range);
    expect(parsed && inRange(address(text), parsed)).toBe(within);
  });

  it.each(['10.9.8.*/24', '192.0.2.0/33', 'x', ''])('%j is no range', (text) => {
    expect(parseRange(text)).toBeUndefined();
  });
});

const { sites, piwik } = settingsWith();
const site = sites.get(1) as Site;
const url = (text: string, changes: Partial<Site> = {}) => pageUrl(text, { ...site, ...changes }, piwik);

describe('addresses of pages', () => {
  it.each([
    [' http://EXAMPLE.org/Path//a/../b?B=1&a=2 ', 'http://example.org/Path//a/../b?B=1&a=2'],
    ['http://example.org', 'http://example.org'],
    ['http://example.org?x=1', 'http://example.org?x=1'],
    ['http://example.org/p?a&b=&=c&d=1', 'http://example.org/p?a&b=&d=1'],
    ['http://example.org/p?PHPSESSID=1&GcLiD=2&keep=3', 'http://example.org/p?keep=3'],
    ['http://example.org/p?pk_campaign=c&utm_term=k', 'http://example.org/p'],
    ['http://example.org/thing;a=1;b=2?c=3', 'http://example.org/thing?a=1&b=2&c=3'],
    ['http://example.org/p;jsessionid=A?x=1', 'http://example.org/p?x=1'],
    ['http://example.org/p?q=a;b', 'http://example.org/p?q=a;b'],
    ['http://example.org/p#frag', 'http://example.org/p'],
    ['http://user:pa%3Ass@example.org:8080/p', 'http://user:pa%3Ass@example.org:8080/p'],
    ['http://bücher.example/é?q=日', 'http://bücher.example/é?q=日'],
    ['http://[2001:db8::1]:80/p', 'http://[2001:db8::1]:80/p'],
    ['://example.org/x', '://example.org/x'],
    ['ftp://example.org/f', 'ftp://example.org/f'],
    ['http://example.org/a\tb', 'http://example.org/a_b'],
    ['http://example.org/%zz?x=%', 'http://example.org/%zz?x=%'],
  ])('%j is stored as %s', (text, stored) => {
    expect(url(text)).toBe(stored);
  });

  it.each([
    '',
    'x',
    '/path',
    '//example.org/',
    'HTTP://example.org/',
    'javascript://x',
    'http:///p',
    'http://a:99999/',
    'mailto:a@b.c',
    'http://a:x/',
  ])('%j is none', (text) => {
    expect(url(text)).toBeUndefined();
  });

  it('keep their fragment, but not what is excluded in it, when the site says so', () => {
    const kept = { keepUrlFragment: true, excludedParameters: ['Secret'] };
    expect(url('http://a/p#x=1&secret=2&y', kept)).toBe('http://a/p#x=1&y');
    expect(url('http://a/p?b=1#top##', kept)).toBe('http://a/p?b=1#top');
  });

  it.each([
    ['http://example.org/a', 'example.org/a', 0],
    ['http://www.example.org/a', 'example.org/a', 1],
    ['https://example.org/a', 'example.org/a', 2],
    ['https://www.example.org/a', 'example.org/a', 3],
    ['ftp://example.org/a', 'ftp://example.org/a', null],
  ])('%s is named %s', (text, name, prefix) => {
    expect(splitPrefix(text)).toEqual({ name, prefix });
  });
});

describe('titles', () => {
  it.each([
    ['Help / Feedback', 'Help/Feedback'],
    ['/a//b/ /c/', 'a/b/c'],
    ['  padded  ', 'padded'],
    ['0', '0'],
    ['<b>&amp;', '<b>&amp;'],
    [' / ', ''],
    ['x'.repeat(2000), 'x'.repeat(1024)],
    ['é'.repeat(2000), 'é'.repeat(512)],
  ])('%j is stored as %j', (text, stored) => {
    expect(pageTitle(text, piwik)).toBe(stored);
  });
});
