import { describe, expect, it } from 'vitest';
import type { RecordedRequest } from './replay.ts';
import { hit, siteAdmin, superUser, track, viewer } from './tracked.ts';

const entry = (number: number, more = '') =>
  `?idsite=1&rec=1&url=http://example.org/${number}&_id=${String(number).padStart(16, '0')}${more}`;

function bulk(requests: unknown[], token_auth: string | undefined = superUser): RecordedRequest {
  return { ...hit(), method: 'POST', query: '', body: JSON.stringify({ requests, token_auth }) };
}

function answerOf(request: RecordedRequest) {
  const { answers, visits, actions } = track([request]);
  return { answer: JSON.parse(Buffer.from(answers[0]?.body ?? []).toString()), visits, actions };
}

describe('a bulk request', () => {
  it('tracks queries, addresses and objects in their order', () => {
    const object = { idsite: 1, rec: 1, url: 'http://example.org/3', _id: '3'.padStart(16, '0') };
    const { answer, actions } = answerOf(bulk([entry(1), `http://h/piwik.php${entry(2)}`, object, entry(4).slice(1)]));
    expect(answer).toEqual({ status: 'success', tracked: 4 });
    expect(actions.map(({ url }) => url)).toEqual([1, 2, 3, 4].map((number) => `example.org/${number}`));
  });

  it('counts what it did not refuse, and stores what is a request', () => {
    const { answer, actions } = answerOf(
      bulk([entry(1), entry(2, '&rec=0'), 7, 'word', '?', entry(3, '&ua=Googlebot')]),
    );
    expect(answer).toEqual({ status: 'success', tracked: 6 });
    expect(actions).toHaveLength(1);
  });

  it('gives its token to its entries, and nothing of one entry to the next', () => {
    const { visits } = answerOf(bulk([entry(1, '&cdt=2011-04-05 00:11:42&cip=198.51.100.7&country=de'), entry(2)]));
    expect(visits.map((visit) => [visit.visit_first_action_time, visit.location_ip, visit.location_country])).toEqual([
      ['2011-04-05 00:11:42', '198.51.100.7', 'de'],
      ['2014-01-20 10:00:00', '203.0.113.10', 'fr'],
    ]);
  });

  it('stops at an entry that is refused, and keeps those before it', () => {
    const { answer, actions } = answerOf(bulk([entry(1), entry(2, '&idgoal=99'), entry(3)]));
    expect(answer).toEqual({ status: 'error', tracked: 1, message: expect.stringContaining('idgoal is 99') });
    expect(actions).toHaveLength(1);
  });

  it.each([
    [undefined, 'token_auth'],
    ['wrong', 'site 1'],
    [viewer, 'site 1'],
  ])('with the token %s stores nothing', (token, message) => {
    const body = { requests: [entry(1)], token_auth: token };
    const { answer, visits } = answerOf({ ...bulk([]), body: JSON.stringify(body) });
    expect(answer).toEqual({ status: 'error', tracked: 0, message: expect.stringContaining(message) });
    expect(visits).toEqual([]);
  });

  it('of an administrator is stored when all its sites are the own', () => {
    expect(answerOf(bulk([entry(1)], siteAdmin)).answer).toEqual({ status: 'success', tracked: 1 });
    expect(answerOf(bulk([entry(1), entry(2).replace('idsite=1', 'idsite=2')], siteAdmin)).visits).toEqual([]);
  });

  it.each(['{"requests": [', '{"requests": {}}', '{"requests": "x"}'])(
    'that is %s stores nothing and says so',
    (body) => {
      const { answer } = answerOf({ ...bulk([]), body });
      expect(answer).toEqual({ status: 'error', tracked: 0, message: expect.stringContaining('cannot be read') });
    },
  );

  it('of 10,000 entries is stored in full', () => {
    const { answer, visits } = answerOf(
      bulk(Array.from({ length: 10_000 }, (_, number) => entry(number, `&cip=10.1.${number >> 8}.${number & 255}`))),
    );
    expect(answer).toEqual({ status: 'success', tracked: 10_000 });
    expect(visits).toHaveLength(10_000);
  });
});
