import { describe, expect, it } from 'vitest';
import { judgeRequest } from '../../../conformance/client/judge.ts';
import { piwik, plainest, request } from './requests.ts';

const token = '33dc3f2536d3025974cccb4b4d2d98f4';
const hit = plainest(piwik);

function judge(
  body: unknown,
  method = 'POST',
  headers: Record<string, string> = { 'content-type': 'application/json' },
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return judgeRequest(request({ method, path: '/piwik.php', headers, body: text }), 0, {}).hits;
}

const faults = (hits: ReturnType<typeof judge>) =>
  hits.map(({ findings }) =>
    findings
      .filter(({ finding }) => finding !== 'information')
      .map(({ finding, requirement }) => [finding, requirement]),
  );

describe('a bulk request', () => {
  it.each([
    ['query strings', [`?${hit}`, `?${hit}&action_name=b`]],
    ['queries without a question mark', [hit, hit]],
    ['whole URLs', [`http://127.0.0.1:8080//piwik.php?${hit}`, `https://stats.example.org/piwik.php?${hit}#top`]],
    [
      'objects of strings',
      [Object.fromEntries(new URLSearchParams(hit)), Object.fromEntries(new URLSearchParams(hit))],
    ],
    ['one hit', [`?${hit}`]],
  ])('of %s conforms', (_, requests) => {
    const hits = judge({ requests, token_auth: token });
    expect(faults(hits)).toEqual(requests.map(() => []));
  });

  it('may be posted as curl does and hold more keys', () => {
    const body = JSON.stringify({ requests: [`?${hit}`], token_auth: token, send_image: 0 });
    expect(faults(judge(body, 'POST', { 'content-type': 'application/x-www-form-urlencoded' }))).toEqual([[]]);
  });

  it('conforms as the document shows it, raw blanks and all', () => {
    const requests = [
      '?idsite=1&url=http://example.org&action_name=Test bulk log Pageview&rec=1',
      '?idsite=1&url=http://example.net/test.htm&action_name=Another bul k page view&rec=1',
    ];
    expect(faults(judge({ requests, token_auth: token }))).toEqual([[], []]);
  });

  it('needs a token, which stands on each of its hits', () => {
    const missing = ['violation', 'piwik.bulk.token'];
    expect(faults(judge({ requests: [`?${hit}`, `?${hit}`] }))).toEqual([[missing], [missing]]);
    expect(faults(judge({ requests: [`?${hit}`], token_auth: '' }))).toEqual([[missing]]);
  });

  it('unlocks privileged parameters by its token', () => {
    const requests = [`?${hit}&cip=203.0.113.10`];
    expect(faults(judge({ requests, token_auth: token }))).toEqual([[]]);
    expect(faults(judge({ requests }))).toEqual([
      [
        ['violation', 'piwik.bulk.token'],
        ['warning', 'piwik.authentication.token-sent'],
      ],
    ]);
  });

  it('is posted', () => {
    expect(faults(judge({ requests: [`?${hit}`], token_auth: token }, 'GET'))).toEqual([
      [['violation', 'piwik.bulk.post-to-endpoint']],
    ]);
  });

  it.each([
    ['"requests" is no array', { requests: {}, token_auth: token }],
    ['"requests" is a text', { requests: `?${hit}`, token_auth: token }],
    ['the JSON is cut off', `{"requests":["?${hit}"`],
  ])('is one broken hit when %s', (_, body) => {
    expect(faults(judge(body))).toEqual([[['violation', 'piwik.bulk.requests']]]);
  });

  it.each([
    ['a number', 5],
    ['null', null],
    ['a list', ['?rec=1']],
    ['a word', 'hello'],
    ['nothing', ''],
  ])('breaks at an entry that is %s and judges the others', (_, entry) => {
    const hits = judge({ requests: [`?${hit}`, entry, `?${hit}`], token_auth: token });
    expect(faults(hits)).toEqual([[], [['violation', 'piwik.bulk.query-strings']], []]);
  });

  it('loses a number where a text belongs', () => {
    const entry = { ...Object.fromEntries(new URLSearchParams(hit)), idsite: 1, action_name: 123 };
    const [judged] = judge({ requests: [entry], token_auth: token });
    expect(judged?.conformant).toBe(true);
    expect(judged?.findings).toContainEqual(
      expect.objectContaining({
        finding: 'warning',
        parameter: 'action_name',
        message: expect.stringContaining('"123"'),
      }),
    );
    expect(judged?.findings.filter(({ parameter }) => parameter === 'idsite')).toEqual([]);
  });

  it('judges the values of each entry', () => {
    expect(faults(judge({ requests: [`?${hit}&h=99`, `?${hit}&h=9`], token_auth: token }))).toEqual([
      [['violation', 'piwik.h.form']],
      [],
    ]);
  });

  it('of no entries is no tracking request', () => {
    const judged = judgeRequest(request({ method: 'POST', path: '/piwik.php', body: '{"requests":[]}' }), 0, {});
    expect(judged).toMatchObject({ hits: [], reason: 'the request carries no parameter' });
  });
});
