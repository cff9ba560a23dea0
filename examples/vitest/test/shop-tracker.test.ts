import { recordTracking } from 'beaconform/msw';
import 'beaconform/vitest';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { shopTracker } from '../src/shop-tracker.ts';

const tracking = recordTracking();
const server = setupServer(...tracking.handlers);
beforeAll(() => server.listen());
afterEach(() => tracking.clear());
afterAll(() => server.close());

const tracker = shopTracker('https://collector.example', 'aeb1691c5a0ee5a6');

test('a page view', async () => {
  await tracker.pageView('https://shop.example/tarot?deck=1', 'Tarot – 100 %');
  expect(tracking).toConform({ strict: true });
  // By what is stored, or by what is sent: both names are those of the specification.
  expect(tracking).toHaveTracked({ event: 'page_view', page_url: 'https://shop.example/tarot?deck=1' });
  expect(tracking).toHaveTracked({ e: 'pv', page: expect.stringMatching(/^Tarot/), dtm: expect.any(String) });
});

test('what was put into the cart', async () => {
  await tracker.addedToCart('pbz0025', '7.990');
  expect(tracking).toHaveTracked({ event: 'struct', se_action: 'add-to-basket', se_value: 7.99 }, { times: 1 });
  expect(tracking).not.toHaveTracked({ event: 'transaction' });
});

test('an order and its items', async () => {
  await tracker.order('o-1', [
    { sku: 'a', price: '7.99', quantity: 2 },
    { sku: 'b', price: '1.00', quantity: 1 },
  ]);
  tracking.settle();
  expect(tracking).toConform({ strict: true });
  expect(tracking).toHaveTracked({ event: 'transaction', tr_orderid: 'o-1', tr_total: 16.98 });
  expect(tracking).toHaveTracked({ event: 'transaction_item', ti_orderid: 'o-1' }, { times: 2 });
});

test('a mistake is caught and explained', async () => {
  await tracker.addedToCart('pbz0025', 'EUR 7,99');
  expect(() => expect(tracking).toConform()).toThrow(/snowplow\.se_va\.form\n.*Expected: A number/);
  expect(() => expect(tracking).toHaveTracked({ event: 'struct', se_value: 7.99 })).toThrow('se_value is "EUR 7,99"');
});
