import { describe, expect, it } from 'vitest';
import { piwikHits, snowplowHits } from '../../wire/hits.ts';
import { endpointOf, type RawRequest } from '../../wire/request.ts';

const request = (query: string, body = '', type?: string): RawRequest => ({
  method: body === '' ? 'GET' : 'POST',
  path: '/piwik.php',
  query,
  headers: type === undefined ? {} : { 'content-type': type },
  body: Buffer.from(body),
});
const form = 'application/x-www-form-urlencoded; charset=UTF-8';

describe('piwikHits', () => {
  it('joins query and form body and says where each pair was', () => {
    const { transport, hits } = piwikHits(request('a=1&b=2', 'b=3', form));
    expect(transport).toBe('single');
    expect(hits).toMatchObject([
      {
        pairs: [
          { name: 'a', place: 'query' },
          { name: 'b', value: '2', place: 'query' },
          { name: 'b', value: '3', place: 'form' },
        ],
      },
    ]);
  });

  it('does not read a body of another type as a form', () => {
    expect(piwikHits(request('a=1', 'b=3', 'text/plain')).hits).toMatchObject([{ pairs: [{ name: 'a' }] }]);
  });

  it('gives one hit an entry of a bulk body', () => {
    const found = piwikHits(request('queuedtracking=0', '{"requests":["?a=1","x",{"b":"2"}],"token_auth":"t"}', form));
    expect(found).toMatchObject({
      transport: 'bulk',
      token: 't',
      hits: [{ kind: 'pairs' }, { kind: 'unusable' }, { pairs: [{ name: 'b', value: '2', place: 'bulk' }] }],
    });
    expect(found.beside[0]).toMatchObject({ name: 'queuedtracking', place: 'query' });
  });

  it('says why a bulk body cannot be read', () => {
    expect(piwikHits(request('', '{"requests":'))).toMatchObject({ hits: [], unreadable: expect.any(String) });
  });
});

describe('snowplowHits', () => {
  it('reads the query only', () => {
    expect(snowplowHits(request('e=pv&e=pp', 'e=se', form)).hits).toMatchObject([
      { pairs: [{ value: 'pv' }, { value: 'pp' }] },
    ]);
  });
});

describe('endpointOf', () => {
  it.each([
    ['/piwik.php', 'piwik.php'],
    ['//piwik.php', 'piwik.php'],
    ['/a/b/i', 'i'],
    ['/i/', ''],
    ['/', ''],
    ['', ''],
  ])('%j ends in %j', (path, endpoint) => {
    expect(endpointOf(path)).toBe(endpoint);
  });
});
