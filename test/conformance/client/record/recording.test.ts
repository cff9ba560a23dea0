import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { writtenLine } from '../../../../conformance/client/record/written.ts';
import { readRecordedLine } from '../../../../conformance/client/recorded.ts';
import { start, stop } from './running.ts';

describe('a recorder records', () => {
  it('target, headers and body as they came', async () => {
    const { url, requests } = await start();
    await fetch(`${url}//piwik.php?a=%zz&b=c+d&b=%E9`, {
      method: 'POST',
      body: new Uint8Array([0xff, 0x61]),
      headers: { 'X-Name': 'v' },
    });
    expect(requests).toMatchObject([
      {
        method: 'POST',
        path: '//piwik.php',
        query: 'a=%zz&b=c+d&b=%E9',
        headers: { 'x-name': 'v' },
        address: '127.0.0.1',
      },
    ]);
    expect([...(requests[0]?.body ?? [])]).toEqual([0xff, 0x61]);
  });

  it('raw bytes beyond ASCII in the target', async () => {
    const { port, requests } = await start();
    const socket = connect(port, '127.0.0.1');
    socket.end(Buffer.from('GET /i?e=pv&page=caf\u00e9 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 'utf8'));
    await new Promise((resolve) => socket.resume().once('close', resolve));
    // Node refuses such a request line or passes it on: what is recorded must be what was sent.
    expect(requests.map(({ query }) => query).filter((query) => query !== 'e=pv&page=café')).toEqual([]);
  });

  it.each([
    ['text', new TextEncoder().encode('a=ü\u2028')],
    ['bytes', new Uint8Array([0xc3, 0x28, 0])],
    ['nothing', new Uint8Array(0)],
  ])('a body of %s so that it is read again', (_, body) => {
    const request = {
      method: 'POST',
      path: '/i',
      query: 'e=pv',
      headers: { a: 'b' },
      body,
      address: '127.0.0.1',
      time: 1390212000000,
    };
    const line = writtenLine(request);
    expect(line.endsWith('\n') && !line.slice(0, -1).includes('\n')).toBe(true);
    expect(readRecordedLine(line, 1)).toEqual(request);
  });

  it('and judges, at the latest when it stops', async () => {
    const { url, judged } = await start();
    await fetch(`${url}/i?e=ti&ti_id=9`);
    await fetch(`${url}/i?e=pv&vp=wide`);
    await stop();
    const ids = judged.map(({ hits }) =>
      hits[0]?.findings.filter(({ finding }) => finding !== 'information').map(({ requirement }) => requirement),
    );
    expect(ids).toEqual([['snowplow.ecommerce.items-follow'], ['snowplow.vp.form']]);
  });
});
