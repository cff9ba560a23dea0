/** Clients from npm, in Node, against a recorder: whatever is found is looked at here. */
import { once } from 'node:events';
import {
  buildEcommerceTransaction,
  buildEcommerceTransactionItem,
  buildPagePing,
  buildPageView,
  buildSelfDescribingEvent,
  buildStructEvent,
  newTracker,
} from '@snowplow/node-tracker';
import MatomoTracker from 'matomo-tracker';
import { describe, expect, it } from 'vitest';
import { start, stop } from '../record/running.ts';
import { faultsOf, versionsOf } from './found.ts';

describe.each(['get', 'post'] as const)('@snowplow/node-tracker by %s', (eventMethod) => {
  it.each([true, false])('breaks nothing, with Base64 %s', async (encodeBase64) => {
    const { url, judged } = await start();
    const emitter = { endpoint: url, eventMethod, bufferSize: 1 };
    const tracker = newTracker({ namespace: 'a', appId: 'shop', encodeBase64 }, emitter);
    tracker.setUserId('alex');
    tracker.setDomainUserId('0c1b7a2e-7c0a-4c0b-9d0e-0a1b2c3d4e5f');
    const schema = 'iglu:com.acme/thing/jsonschema/1-0-0';
    const context = [{ schema, data: { name: 'Größe 日本 \u2028' } }];
    tracker.track(
      buildPageView({ pageUrl: 'https://shop.example/a?b=1', pageTitle: 'Größe', referrer: 'https://x.example/' }),
      context,
    );
    tracker.track(
      buildPagePing({ pageUrl: 'https://shop.example/', minXOffset: 0, maxXOffset: 1, minYOffset: 0, maxYOffset: 2 }),
    );
    tracker.track(buildStructEvent({ category: 'c', action: 'a', label: 'l', property: 'p', value: -1.5e-7 }));
    tracker.track(buildSelfDescribingEvent({ event: { schema, data: { id: 1, nested: [{ a: null }] } } }));
    tracker.track(buildEcommerceTransaction({ orderId: 'o', total: 9.99, currency: 'EUR' }));
    tracker.track(buildEcommerceTransactionItem({ orderId: 'o', sku: 's', price: 9.99, quantity: 1 }));
    await tracker.flush();
    await stop();
    expect(judged.flatMap(({ hits }) => hits)).toHaveLength(6);
    expect(versionsOf(judged)).toEqual(['snowplow tp2']);
    expect(faultsOf(judged)).toEqual([]);
  });
});

describe('matomo-tracker', () => {
  const hits = [
    { url: 'https://shop.example/a?b=1', action_name: 'Größe / 100 %', ua: 'Mozilla/5.0', lang: 'de', res: '1280x720' },
    { url: 'https://shop.example/', e_c: 'Video', e_a: 'Play', e_n: 'a & b', e_v: '1.5' },
    { url: 'https://shop.example/', search: 'red shoes', search_cat: 'Shop', search_count: 12 },
    { url: 'https://shop.example/', _cvar: JSON.stringify({ 1: ['OS', 'x'] }), uid: 'alex', _id: '0123456789abcdef' },
  ];

  it('breaks nothing, one by one', async () => {
    const { url, judged, requests } = await start();
    const client = new MatomoTracker(1, `${url}/matomo.php`);
    for (const hit of hits) client.track(hit);
    await expect.poll(() => requests.length, { timeout: 10_000 }).toBe(hits.length);
    await stop();
    expect(versionsOf(judged)).toEqual(['piwik 5']);
    expect(faultsOf(judged)).toEqual([]);
  });

  it('breaks nothing in bulk', async () => {
    const { url, judged } = await start();
    const client = new MatomoTracker(1, `${url}/matomo.php`);
    client.trackBulk(hits, () => client.emit('answered'));
    await once(client, 'answered');
    await stop();
    expect(judged.flatMap((each) => each.hits)).toHaveLength(hits.length);
    expect(faultsOf(judged)).toEqual([]);
  });
});
