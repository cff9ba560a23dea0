import { describe, expect, it } from 'vitest';
import { findingsOf, get, piwik, plainest, request, snowplow } from './requests.ts';

const faults = (...args: Parameters<typeof findingsOf>) =>
  findingsOf(...args)
    .filter(({ finding }) => finding !== 'information')
    .map(({ finding, requirement, parameter }) => [finding, requirement, parameter]);

const piwikFaults = (query: string) => faults(piwik, get(piwik, `${plainest(piwik)}&${query}`));
const snowplowFaults = (query: string) => faults(snowplow, get(snowplow, `e=pv&${query}`));

describe('encoding', () => {
  it.each([
    'action_name=a+b',
    'action_name=a%20b',
    'action_name=100%25',
    'action_name=%E6%97%A5%E6%9C%AC',
    'action_name=%2B',
    '&&',
    'search=a%26b',
  ])('%s is well-formed', (query) => {
    expect(piwikFaults(query)).toEqual([]);
  });

  it.each(['action_name=100%', 'action_name=%zz', 'action_name=caf%E9', 'action_name=%ED%A0%80', 'action_name=%C3'])(
    '%s is not',
    (query) => {
      expect(piwikFaults(query)).toEqual([['violation', 'piwik.action_name.form', 'action_name']]);
    },
  );

  it('breaks the rule of encoding in a name that the spec does not know', () => {
    expect(piwikFaults('what=100%')).toEqual([['violation', 'piwik.transport.url-encoded', 'what']]);
    expect(snowplowFaults('what=100%')).toEqual([['warning', 'snowplow.encoding.well-formed', 'what']]);
    expect(piwikFaults('constructor=%')).toEqual([['violation', 'piwik.transport.url-encoded', 'constructor']]);
  });

  it.each([
    ['a raw blank', 'a b'],
    ['a control character', 'a\tb'],
    ['a byte beyond ASCII', 'café'],
  ])('does not allow %s', (_, text) => {
    expect(piwikFaults(`action_name=${text}`)).toEqual([['violation', 'piwik.transport.url-encoded', 'action_name']]);
    expect(snowplowFaults(`page=${text}`)).toEqual([['warning', null, 'page']]);
  });

  it('asks for an escape in cdt by name', () => {
    const found = findingsOf(piwik, get(piwik, `${plainest(piwik)}&cdt=2014-01-20 10:00:00`));
    expect(found.map(({ requirement }) => requirement)).toContain('piwik.client-time.encoded');
  });
});

describe('a repeated name', () => {
  it('is fine with the same value', () => {
    expect(piwikFaults('action_name=a&action_name=a')).toEqual([]);
  });

  it('keeps one of two values', () => {
    expect(piwikFaults('action_name=a&action_name=b')).toEqual([['warning', null, 'action_name']]);
    expect(snowplowFaults('page=a&page=b')).toEqual([['warning', 'snowplow.repeated-names.once', 'page']]);
  });

  it('is judged by the value that servers take: the last of the query, and none of a form body', () => {
    expect(piwikFaults('h=99&h=9')).toEqual([['warning', null, 'h']]);
    expect(piwikFaults('h=9&h=99')).toContainEqual(['violation', 'piwik.h.form', 'h']);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const both = request({
      method: 'POST',
      path: '/piwik.php',
      query: `${plainest(piwik)}&h=9`,
      headers: form,
      body: 'h=99',
    });
    expect(faults(piwik, both)).toEqual([['warning', null, 'h']]);
  });
});

describe('names of JavaScript', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s is an unknown name', (name) => {
    const found = findingsOf(snowplow, get(snowplow, `e=pv&uid=u&${name}=x`));
    expect(found).toMatchObject([
      { finding: 'information', parameter: name, requirement: 'snowplow.unknown-parameters.listed' },
    ]);
  });
});

describe('a token', () => {
  it('stands in no message', () => {
    const token = 'a1b2c3d4';
    const found = findingsOf(piwik, get(piwik, `${plainest(piwik)}&token_auth=${token}&token_auth=${token}%`));
    expect(found.filter(({ parameter }) => parameter === 'token_auth').length).toBeGreaterThan(1);
    expect(JSON.stringify(found)).not.toContain(token);
  });
});
