import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { JudgedRequest } from '../../../conformance/client/finding.ts';
import { longestBody } from '../../../conformance/client/record/body.ts';
import { type RecordOptions, type RunningRecorder, startRecorder } from '../../../conformance/client/record/server.ts';
import { writtenLine } from '../../../conformance/client/record/written.ts';
import { type RecordedRequest, readRecordedLine } from '../../../conformance/client/recorded.ts';
import { piwik, plainest } from './requests.ts';

interface Running extends RunningRecorder {
  requests: RecordedRequest[];
  judged: JudgedRequest[];
}

let running: Running | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
});

async function start(options: Partial<RecordOptions> = {}): Promise<Running> {
  const [requests, judged]: [RecordedRequest[], JudgedRequest[]] = [[], []];
  const server = await startRecorder({
    port: 0,
    host: '127.0.0.1',
    onRequest: (request) => requests.push(request),
    onJudged: (each) => judged.push(each),
    ...options,
  });
  running = Object.assign(server, { requests, judged });
  return running;
}

const token = 'a'.repeat(32);
const bulk = JSON.stringify({ requests: [`?${plainest(piwik)}`, `?${plainest(piwik)}`, 5], token_auth: token });

describe('a recorder answers', () => {
  it.each(['/i?e=pv', '/ice.png?e=pv', '//piwik.php?rec=1', '/stats/matomo.php?rec=1'])(
    'GET %s with a pixel',
    async (path) => {
      const { url } = await start();
      const answer = await fetch(url + path);
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
        200,
        'image/gif',
        'no-store',
      ]);
      expect(
        Buffer.from(await answer.arrayBuffer())
          .subarray(0, 6)
          .toString(),
      ).toBe('GIF89a');
    },
  );

  it('204 where it is asked for', async () => {
    const { url } = await start();
    expect((await fetch(`${url}/matomo.php?rec=1&send_image=0`)).status).toBe(204);
    expect((await fetch(`${url}/matomo.php?rec=1&send_image=1`)).status).toBe(200);
  });

  it('a bulk request with how many hits it holds', async () => {
    const { url } = await start();
    const answer = await fetch(`${url}/piwik.php`, { method: 'POST', body: bulk });
    expect(await answer.json()).toEqual({ status: 'success', tracked: 2 });
    const broken = await fetch(`${url}/piwik.php`, { method: 'POST', body: '{"requests":' });
    expect(await broken.json()).toEqual({ status: 'error', tracked: 0 });
  });

  it('a batch of events, and HEAD without a body', async () => {
    const { url } = await start();
    const answer = await fetch(`${url}/com.snowplowanalytics.snowplow/tp2`, { method: 'POST', body: '{}' });
    expect([answer.status, await answer.text()]).toEqual([200, 'ok']);
    const head = await fetch(`${url}/i?e=pv`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('a link that leads elsewhere', async () => {
    const { url } = await start();
    const answer = async (target: string) =>
      await fetch(`${url}/r/tp2?u=${encodeURIComponent(target)}`, { redirect: 'manual' });
    expect((await answer('https://shop.example/a?b=1')).headers.get('location')).toBe('https://shop.example/a?b=1');
    expect((await answer('javascript:alert(1)')).status).toBe(200);
    expect((await answer('//shop.example')).status).toBe(200);
  });

  it('pages of other origins, and what their browser asks first', async () => {
    const { url } = await start();
    const origin = 'http://shop.example';
    const answer = await fetch(`${url}/i?e=pv`, { headers: { origin } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
    const asked = {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type, sp-anonymous',
    };
    const preflight = await fetch(`${url}/com.snowplowanalytics.snowplow/tp2`, { method: 'OPTIONS', headers: asked });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type, sp-anonymous');
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
    expect(preflight.headers.get('set-cookie')).toBeNull();
  });

  it('with a cookie that stays', async () => {
    const { url } = await start();
    const [, first] = /^sp=([0-9a-f-]{36});/.exec((await fetch(`${url}/i?e=pv`)).headers.get('set-cookie') ?? '') ?? [];
    expect(first).toBeDefined();
    const again = await fetch(`${url}/i?e=pv`, { headers: { cookie: `x=1; sp=${first}` } });
    expect(again.headers.get('set-cookie')).toContain(`sp=${first};`);
    const anonymous = await fetch(`${url}/i?e=pv`, { headers: { 'sp-anonymous': '*' } });
    expect(anonymous.headers.get('set-cookie')).toBeNull();
  });

  it('404 on other paths, and takes each for a tracker when the protocol is named', async () => {
    expect((await fetch(`${(await start()).url}/collect?e=pv`)).status).toBe(404);
    await running?.close();
    expect((await fetch(`${(await start({ protocol: 'snowplow' })).url}/collect?e=pv`)).status).toBe(200);
  });

  it('413 to a body that is too long, and lives on', async () => {
    const { url, requests } = await start();
    const status = await new Promise((resolve, reject) => {
      const sent = httpRequest(`${url}/piwik.php`, { method: 'POST' }, ({ statusCode }) => resolve(statusCode));
      sent.on('error', reject);
      sent.end(Buffer.alloc(longestBody + 1, 'x'));
    }).catch(() => 'closed');
    expect([413, 'closed']).toContain(status);
    expect((await fetch(`${url}/i?e=pv`)).status).toBe(200);
    expect(requests).toHaveLength(1);
  });
});

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
    const { url, judged, close } = await start();
    await fetch(`${url}/i?e=ti&ti_id=9`);
    await fetch(`${url}/i?e=pv&vp=wide`);
    await close();
    running = undefined;
    const ids = judged.map(({ hits }) =>
      hits[0]?.findings.filter(({ finding }) => finding !== 'information').map(({ requirement }) => requirement),
    );
    expect(ids).toEqual([['snowplow.ecommerce.items-follow'], ['snowplow.vp.form']]);
  });
});

describe('the live page', () => {
  it('is for names of this machine', async () => {
    const { port } = await start();
    const status = (host: string, path: string) =>
      new Promise((resolve) => {
        httpRequest({ port, host: '127.0.0.1', path, headers: { host } }, (answer) => {
          answer.destroy();
          resolve(answer.statusCode);
        }).end();
      });
    expect(await status('localhost:1', '/')).toBe(200);
    expect(await status('[::1]', '/live/events')).toBe(200);
    expect(await status('shop.example', '/')).toBe(403);
    expect(await status('shop.example', '/live/events')).toBe(403);
    expect(await status('shop.example', '/i?e=pv')).toBe(200);
  });

  it('gives its files and no others', async () => {
    const { url } = await start();
    for (const path of ['/', '/live/style.css', '/live/main.js', '/live/filter.js', '/favicon.ico']) {
      expect((await fetch(url + path)).status, path).toBe(200);
    }
    for (const path of ['/live/assets.js', '/live/..%2fpage.js', '/live/nothing.js']) {
      expect((await fetch(url + path)).status, path).toBe(404);
    }
    expect((await fetch(url)).headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is told no token', async () => {
    const { url } = await start();
    const secret = 'c0ffee00c0ffee00c0ffee00c0ffee00';
    await fetch(`${url}/piwik.php?${plainest(piwik)}&token_auth=${secret}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    await fetch(`${url}/piwik.php`, {
      method: 'POST',
      body: JSON.stringify({ requests: [`?rec=1&token_auth=${secret}`], token_auth: secret }),
    });
    const events = await fetch(`${url}/live/events`);
    let text = '';
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
    while (text.split('"id":').length < 3) text += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    expect(text).toContain('token_auth');
    expect(text).not.toContain(secret);
  });
});
