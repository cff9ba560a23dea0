import { createServer } from 'node:http';
import { setupServer } from 'msw/node';
import { request as undiciRequest } from 'undici';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import '../../../../conformance/client/vitest.ts';
import { recordTracking } from '../../../../conformance/client/msw.ts';
import { piwik, plainest } from '../requests.ts';

const tracking = recordTracking();
const custom = recordTracking({ url: 'https://metrics.example/collect', protocol: 'snowplow', version: '2014-01' });
const server = setupServer(...tracking.handlers, ...custom.handlers);
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => {
  tracking.clear();
  custom.clear();
});
afterAll(() => server.close());

describe('handlers for msw, in Node', () => {
  it('record what fetch sends, answer and judge it', async () => {
    const answer = await fetch('https://c.example/i?e=pv&page=Caf%C3%A9+1&url=http%3A%2F%2Fshop.example%2F');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/gif']);
    expect(tracking).toHaveTracked({ event: 'page_view', page: 'Café 1', page_url: 'http://shop.example/' });
    expect(tracking).toConform();
    await fetch('https://c.example/i?e=pv&vp=wide');
    expect(tracking).not.toConform();
  });

  it('record what stands in the URL, undecoded', async () => {
    await fetch('https://c.example/stats//piwik.php?rec=1&b=c+d&e=%2B%26#top');
    expect(tracking.requests).toMatchObject([
      { method: 'GET', path: '/stats//piwik.php', query: 'rec=1&b=c+d&e=%2B%26' },
    ]);
  });

  it('record bodies', async () => {
    const body = JSON.stringify({
      requests: [`?${plainest(piwik)}`, `?${plainest(piwik)}`],
      token_auth: 'a'.repeat(32),
    });
    const answer = await fetch('https://stats.example/piwik.php', { method: 'POST', body });
    expect(await answer.json()).toEqual({ status: 'success', tracked: 2 });
    expect(tracking.hits).toHaveLength(2);
    expect(tracking).toConform({ strict: true });
  });

  it('record batches of events', async () => {
    const schema = 'iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4';
    const data = [{ e: 'pv', p: 'srv', tv: 'node-4.8.0', dtm: '1795293024199', page: 'A' }];
    const answer = await fetch('https://c.example/com.snowplowanalytics.snowplow/tp2', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ schema, data }),
    });
    expect(await answer.text()).toBe('ok');
    expect(tracking).toConform();
    expect(tracking).toHaveTracked({ event: 'page_view', page_title: 'A' });
  });

  it('answer 204 where it is asked for', async () => {
    expect((await fetch('https://stats.example/piwik.php?rec=1&send_image=0')).status).toBe(204);
  });

  it('may be for one URL only', async () => {
    await fetch('https://metrics.example/collect?e=pv');
    expect(custom).toHaveTracked({ event: 'page_view' }, { times: 1 });
    expect(tracking.requests).toEqual([]);
  });

  it('see nothing of undici.request, which msw cannot intercept', async () => {
    const reached: string[] = [];
    const real = createServer(({ url }, response) => {
      reached.push(String(url));
      response.end();
    });
    await new Promise<void>((resolve) => real.listen(0, '127.0.0.1', resolve));
    const { port } = real.address() as { port: number };
    await (await undiciRequest(`http://127.0.0.1:${port}/i?e=pv`)).body.dump();
    expect(reached).toEqual(['/i?e=pv']);
    expect(tracking.requests).toEqual([]);
    await new Promise((resolve) => real.close(resolve));
  });
});
