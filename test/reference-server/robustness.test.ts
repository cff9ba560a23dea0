import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { exchange, type Running, running, statusOf } from './running.ts';

let here: Running;
beforeAll(async () => {
  here = await running({
    limits: { headBytes: 20_000, targetBytes: 8_000, bodyBytes: 10_000, headMs: 300, requestMs: 300, patrolMs: 20 },
  });
});
afterAll(() => here.close());
// After every one of these the server must still store the next hit.
let hits = 0;
afterEach(async () => {
  hits += 1;
  const answer = await here.get(`/i?e=pv&tid=alive${hits}`);
  expect(answer.status).toBe(200);
  expect(await here.records('snowplow/events', `txn_id=alive${hits}`)).toHaveLength(1);
});

const request = (line: string, headers = '', body = '') =>
  `${line}\r\nHost: h\r\nConnection: close\r\n${headers}\r\n${body}`;

describe('a request that is not as usual', () => {
  it.each([
    ['a doubled slash before the end point', 'GET //i?e=pv HTTP/1.1', 200],
    ['any prefix', 'GET /a/b/ice.png?e=pv HTTP/1.1', 200],
    ['an absolute target', 'GET http://other.example//i?e=pv HTTP/1.1', 200],
    ['HTTP/1.0', 'GET /i?e=pv HTTP/1.0', 200],
    ['HEAD', 'HEAD /i?e=pv HTTP/1.1', 200],
    ['a bad escape', 'GET /i?e=pv&page=%zz%4 HTTP/1.1', 200],
    ['a zero byte', 'GET /i?e=pv&page=a%00b HTTP/1.1', 200],
    ['no query', 'GET /i HTTP/1.1', 200],
    ['only separators', 'GET /i?&&=&== HTTP/1.1', 200],
    ['10,000 names', `GET /i?${'a=1&'.repeat(1900)} HTTP/1.1`, 200],
    ['properties nested 2,000 deep', `GET /i?e=ue&ue_pr=${'['.repeat(2000)}${']'.repeat(2000)} HTTP/1.1`, 200],
    ['an address that is hard to take apart', `GET /i?e=pv&url=http://${'@'.repeat(7000)}:x HTTP/1.1`, 200],
    ['a number of 7,000 digits', `GET /i?e=pv&fp=${'9'.repeat(7000)} HTTP/1.1`, 200],
    ['a fragment', 'GET /i?e=pv#x HTTP/1.1', 200],
    ['an unknown path', 'GET /piwik HTTP/1.1', 404],
    ['the root', 'GET / HTTP/1.1', 404],
    ['a name every object has', 'GET /constructor HTTP/1.1', 404],
    ['an asterisk', 'OPTIONS * HTTP/1.1', 404],
    ['a method of no use at the collector', 'DELETE /i?e=pv HTTP/1.1', 405],
    ['POST at the collector', 'POST /i?e=pv HTTP/1.1', 405],
    ['POST at the records door', 'POST /records/snowplow/events HTTP/1.1', 405],
    ['CONNECT', 'CONNECT other.example:443 HTTP/1.1', 405],
    ['an unknown method', 'FROB /i?e=pv HTTP/1.1', 400],
    ['a raw blank in the target', 'GET /i?e=pv&page=a b HTTP/1.1', 400],
    ['a raw letter beyond ASCII', Buffer.from('GET /i?e=pv&page=é HTTP/1.1'), 400],
    ['raw bytes that are no UTF-8', Buffer.from('GET /i?e=pv&page=\xff\xfe HTTP/1.1', 'latin1'), 400],
    ['no HTTP', 'hello', 400],
    ['a target that is too long', `GET /i?e=pv&page=${'x'.repeat(9_000)} HTTP/1.1`, 414],
    ['a head that is too long', `GET /i?e=pv&page=${'x'.repeat(30_000)} HTTP/1.1`, 431],
  ])('%s', async (_what, line, status) => {
    const bytes = typeof line === 'string' ? request(line) : Buffer.concat([line, Buffer.from(request(''))]);
    expect(statusOf(await exchange(here.server, bytes))).toBe(status);
  });

  it.each([
    ['a header that is too long', 'GET /i?e=pv HTTP/1.1', `X-Long: ${'x'.repeat(30_000)}\r\n`, '', 431],
    [
      'a cookie and an agent of raw bytes',
      'GET /i?e=pv HTTP/1.1',
      'Cookie: sp=\xff\xfe; x\r\nUser-Agent: \xe9\r\n',
      '',
      200,
    ],
    ['an Origin of raw bytes', 'POST /piwik.php?idsite=1&rec=1 HTTP/1.1', 'Origin: http://\xe9\u00ff\r\n', '', 200],
    ['a wrong length', 'GET /i?e=pv HTTP/1.1', 'Content-Length: x\r\n', '', 400],
    ['two lengths', 'POST /piwik.php HTTP/1.1', 'Content-Length: 1\r\nContent-Length: 2\r\n', 'aa', 400],
    ['a length beyond the limit', 'POST /piwik.php HTTP/1.1', 'Content-Length: 10001\r\n', 'a', 413],
    [
      'chunks beyond the limit',
      'POST /piwik.php HTTP/1.1',
      'Transfer-Encoding: chunked\r\n',
      `4e20\r\n${'a'.repeat(20_000)}\r\n`,
      413,
    ],
    ['a chunk that is none', 'POST /piwik.php HTTP/1.1', 'Transfer-Encoding: chunked\r\n', 'zz\r\n', 400],
    ['a body that does not come', 'POST /piwik.php HTTP/1.1', 'Content-Length: 10\r\n', 'abc', 408],
    ['a body where none is read', 'GET /i?e=pv HTTP/1.1', 'Content-Length: 3\r\n', 'abc', 200],
    ['a bulk body that is cut', 'POST /piwik.php HTTP/1.1', 'Content-Length: 14\r\n', '{"requests": [', 200],
  ])('%s', async (_what, line, headers, body, status) => {
    const bytes = Buffer.from(request(line, headers, body), 'latin1');
    expect(statusOf(await exchange(here.server, bytes))).toBe(status);
  });

  it('answers 408 when the head stops half way', async () => {
    expect(statusOf(await exchange(here.server, 'GET /i?e=pv HTTP/1.1\r\nHost:'))).toBe(408);
  });

  it('bears a peer that goes away in the middle', async () => {
    await exchange(here.server, 'POST /piwik.php HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nab', true);
    expect(here.reports).toEqual([]);
  });

  it('tells a client that is still sending that its body is too long', async () => {
    const answer = await fetch(`${here.server.url}/piwik.php`, { method: 'POST', body: 'x'.repeat(4_000_000) });
    expect(answer.status).toBe(413);
  });

  it('says on an unknown path what there is', async () => {
    const text = await (await here.get('/track')).text();
    for (const path of ['/piwik.php', '/i ', '/ice.png', '/health', '/records']) expect(text).toContain(path);
  });

  it('tells the allowed methods', async () => {
    const answer = await fetch(`${here.server.url}/i?e=pv`, { method: 'POST' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('answers /health', async () => {
    expect(await (await here.get('/any/health')).text()).toBe('ok\n');
  });
});
