import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, afterEach, before, test } from 'node:test';
import { recordTracking } from 'beaconform/msw';
import MatomoTracker from 'matomo-tracker';
import { setupServer } from 'msw/node';

// Every request that goes where trackers answer is recorded; the version is told from each, here from matomo.php.
const tracking = recordTracking();
const server = setupServer(...tracking.handlers);

before(() => server.listen());
afterEach(() => tracking.clear());
after(() => server.close());

const client = new MatomoTracker(1, 'https://stats.example.org/matomo.php');

/** What of one hit breaks a MUST or a SHOULD. */
const faults = (hit) =>
  hit.findings.filter(({ finding }) => finding !== 'information').map(({ requirement }) => requirement);

/** Tracks and waits for the one hit of it. */
async function tracked(options) {
  client.track(options);
  const deadline = Date.now() + 5000;
  while (tracking.hits.length === 0 && Date.now() < deadline) await new Promise((resolve) => setImmediate(resolve));
  return tracking.hits[0];
}

test('a page view', async () => {
  const hit = await tracked({ url: 'https://shop.example/cart?x=1', action_name: 'Cart / 100 %' });
  assert.equal(hit.parameters.url, 'https://shop.example/cart?x=1');
  assert.equal(hit.parameters.action_name, 'Cart / 100 %');
  assert.deepEqual(faults(hit), []);
});

test('a hit with a mistake of its caller is caught', async () => {
  const hit = await tracked({ url: 'https://shop.example/', h: 25, cip: '203.0.113.10' });
  assert.equal(hit.conformant, false);
  assert.deepEqual(faults(hit).sort(), ['piwik.authentication.token-beside', 'piwik.h.form']);
});

test('many hits in one request', async () => {
  client.trackBulk([{ url: 'https://shop.example/a' }, { url: 'https://shop.example/b' }], () => client.emit('done'));
  await once(client, 'done');
  assert.deepEqual(
    tracking.hits.map(({ parameters }) => parameters.url),
    ['https://shop.example/a', 'https://shop.example/b'],
  );
  assert.deepEqual(tracking.hits.map(faults), [[], []]);
});
