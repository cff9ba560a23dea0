import { describe, expect, it } from 'vitest';
import { parseLogLine, readAccessLog } from '../../../../conformance/client/inputs/access-log.ts';
import { all, chunks } from './chunks.ts';

describe('an access log', () => {
  const combined =
    '192.0.2.7 - alex [20/Jan/2014:10:00:00 +0100] "GET /stats/piwik.php?idsite=1&rec=1 HTTP/1.1" 200 43 "http://shop.example/a" "Mozilla/5.0 (X11)"';

  it('in combined format has address, time, referrer and agent', () => {
    expect(parseLogLine(combined)).toMatchObject({
      method: 'GET',
      path: '/stats/piwik.php',
      query: 'idsite=1&rec=1',
      headers: { referer: 'http://shop.example/a', 'user-agent': 'Mozilla/5.0 (X11)' },
      address: '192.0.2.7',
      time: Date.UTC(2014, 0, 20, 9),
      bodyUnknown: false,
    });
  });

  it('in common format has neither referrer nor agent', () => {
    const line = '::1 - - [20/Jan/2014:10:00:00 +0000] "GET /i?e=pv HTTP/1.0" 404 -';
    expect(parseLogLine(line)).toMatchObject({ path: '/i', query: 'e=pv', headers: {}, address: '::1' });
  });

  it.each([
    [
      'a virtual host in front',
      `www.example.org:80 ${combined}`,
      { headers: { host: 'www.example.org:80' }, address: '192.0.2.7' },
    ],
    ['a user with blanks', combined.replace('alex', 'Alex B'), { path: '/stats/piwik.php' }],
    [
      'an absolute target',
      combined.replace('GET /', 'GET http://shop.example/'),
      { path: '/stats/piwik.php', query: 'idsite=1&rec=1' },
    ],
    ['no query', combined.replace('?idsite=1&rec=1', ''), { path: '/stats/piwik.php', query: '' }],
    ['escaped quotes', combined.replace('(X11)', '\\"x\\" \\\\'), { headers: { 'user-agent': 'Mozilla/5.0 "x" \\' } }],
    ['escaped bytes', combined.replace('rec=1', 'rec=\\xc3\\xa9\\x22'), { query: 'idsite=1&rec=é"' }],
    ['a raw blank in the target', combined.replace('rec=1', 'a=b c'), { query: 'idsite=1&a=b c' }],
    ['a POST', combined.replace('GET', 'POST'), { method: 'POST', bodyUnknown: true }],
    ['no request', combined.replace(/"GET[^"]*"/, '"-"'), { method: '', path: '' }],
    ['more fields at the end', `${combined} "192.0.2.8" 0.003`, { path: '/stats/piwik.php' }],
  ])('may have %s', (_, line, expected) => {
    expect(parseLogLine(line)).toMatchObject(expected);
  });

  it('has lines of other formats, which are counted', async () => {
    const unreadable = { lines: 0, first: 0 };
    const requests = await all(
      readAccessLog(chunks(`${combined}\n\nwhat is this\n${combined}\nand this`, 11), unreadable),
    );
    expect(requests).toHaveLength(2);
    expect(unreadable).toEqual({ lines: 2, first: 3 });
  });
});
