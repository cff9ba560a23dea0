import { request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { longestBody } from '../../../../conformance/client/record/body.ts';
import { piwik, plainest } from '../requests.ts';
import { start, stop } from './running.ts';

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
    await stop();
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
