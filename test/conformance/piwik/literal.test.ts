/** Rows by hand: what the suite's own pieces make of values anybody can check. */
import { describe, expect, test } from 'vitest';
import { opened } from '../../../conformance/server/piwik/draw/open-questions.ts';
import { addressOf, type PageAddress } from '../../../conformance/server/piwik/draw/page-address.ts';
import { beaconSize, isGif, isTransparent } from '../../../conformance/server/piwik/request/beacon.ts';
import { bulk, entryOf } from '../../../conformance/server/piwik/request/bulk.ts';
import { moments } from '../../../conformance/server/piwik/request/chain.ts';
import { person } from '../../../conformance/server/piwik/request/person.ts';
import { dateTime, timeOfDay } from '../../../conformance/server/piwik/request/time.ts';
import { fixedIdentity } from './drawing.ts';

const identity = fixedIdentity();
const plain: PageAddress = { class: 'ordinary', scheme: 'http', www: false, path: [], query: [] };
const own = identity.url(0).replace('http://beaconform.invalid/', '');

/** The beacon of the day. */
const beacon = Buffer.from('R0lGODlhAQABAIAAAAAAAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');

describe('an address', () => {
  test.each([
    [{}, `http://beaconform.invalid/${own}`, `beaconform.invalid/${own}`, 0],
    [{ www: true }, `http://www.beaconform.invalid/${own}`, `beaconform.invalid/${own}`, 1],
    [{ scheme: 'https' }, `https://beaconform.invalid/${own}`, `beaconform.invalid/${own}`, 2],
    [{ scheme: 'https', www: true }, `https://www.beaconform.invalid/${own}`, `beaconform.invalid/${own}`, 3],
    [
      { port: 8080, path: ['a', 'B'], query: [['x', '1']], fragment: 'end' },
      `http://beaconform.invalid:8080/${own}/a/B?x0=1#end`,
      `beaconform.invalid:8080/${own}/a/B?x0=1`,
      0,
    ],
  ] as const)('%j is %s, stored as %s with the prefix %i', (parts, url, name, prefix) => {
    expect(addressOf({ ...plain, ...parts } as PageAddress, 0, identity)).toMatchObject({ url, name, prefix });
  });

  test('of a class that trackers should store as well is asked for by another requirement', () => {
    expect(addressOf({ ...plain, class: 'https' }, 0, identity).requirement).toBe('piwik.url.stored');
    expect(addressOf({ ...plain, class: 'port' }, 0, identity).requirement).toBe('piwik.url.wide');
  });
});

describe('a value the ledger asks about', () => {
  const sample = (name: string, value: string) => ({ class: name, wire: '', stored: [{ kind: 'is' as const, value }] });

  test('with blanks may be trimmed or kept', () => {
    expect(opened('action_name', sample('blanks', ' a')).stored).toEqual([
      { kind: 'answer', ledger: 'piwik.surrounding-blanks', answers: { trimmed: 'a', kept: ' a' } },
    ]);
  });

  test('that is longer than any name of an action may be cut', () => {
    const [cell] = opened('action_name', sample('long', 'x'.repeat(4000))).stored;
    expect(cell).toMatchObject({ answers: { characters: 'x'.repeat(1024), kept: 'x'.repeat(4000) } });
  });

  test('of seven digits may have lost one, and of six has not', () => {
    expect(opened('gt_ms', sample('boundary', '3599999')).stored).toMatchObject([
      { answers: { exact: '3599999', single: '3600000' } },
    ]);
    expect(opened('gt_ms', sample('ordinary', '118')).stored).toEqual([{ kind: 'is', value: '118' }]);
  });

  test('that has a fragment is stored without it', () => {
    expect(opened('link', sample('fragment', 'http://a.example/b#c')).stored).toEqual([
      { kind: 'is', value: 'http://a.example/b' },
    ]);
  });
});

test('times are those of UTC, and each gap is added to the moment before it', () => {
  expect(dateTime(1_302_000_000)).toBe('2011-04-05 10:40:00');
  expect(timeOfDay(1_302_048_702)).toBe('00:11:42');
  expect(moments(100, [5, 10])).toEqual([100, 105, 115]);
});

test('two people share neither id, address nor language', () => {
  const [one, other] = [person(0, identity), person(1, identity)];
  expect(one.visitor).not.toBe(other.visitor);
  expect(one.address).not.toBe(other.address);
  expect(one.language).not.toBe(other.language);
  expect(one.language.length).toBeLessThanOrEqual(20);
});

test('an entry of a bulk request is a query, a URL or an object of decoded values', () => {
  const hit = {
    pairs: [
      ['idsite', '1'],
      ['action_name', 'a%20%2B+b'],
    ] as const,
    headers: {},
  };
  expect(entryOf(hit, 'query')).toBe('?idsite=1&action_name=a%20%2B+b');
  expect(entryOf(hit, 'url')).toMatch(/^http:\/\/.+\/piwik\.php\?idsite=1&action_name=a%20%2B\+b$/);
  expect(entryOf(hit, 'object')).toEqual({ idsite: '1', action_name: 'a + b' });
  expect(bulk(['?a=1'], { token: 'secret' }).body).toBe('{"requests":["?a=1"],"token_auth":"secret"}');
});

test('the beacon of the day is one, and a file cut short or made opaque is none', () => {
  expect(isGif(beacon)).toBe(true);
  expect(beaconSize(beacon)).toEqual({ width: 1, height: 1 });
  expect(isTransparent(beacon)).toBe(true);
  expect(beaconSize(beacon.subarray(0, 8))).toEqual({ width: 0, height: 0 });
  const opaque = Uint8Array.from(beacon);
  opaque[22] = 0;
  expect(isTransparent(opaque)).toBe(false);
});
