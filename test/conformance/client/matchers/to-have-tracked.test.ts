import { describe, expect, it } from 'vitest';
import '../../../../conformance/client/vitest.ts';
import { Tracking } from '../../../../conformance/client/tracking/tracking.ts';
import { piwik, plainest, request } from '../requests.ts';
import { failure, tracked } from './tracked.ts';

describe('toHaveTracked', () => {
  const page = encodeURIComponent('http://shop.example/cart?x=1');
  const ue = encodeURIComponent(JSON.stringify({ product: { id: 'ASO01043', price: 49.95 } }));
  const tracking = tracked(
    `e=pv&url=${page}&page=Cart&vp=1105x390&cookie=1&dtm=1361553733313`,
    'e=se&se_ca=Media&se_ac=play&se_va=13.990',
    `e=ue&ue_pr=${ue}`,
    'e=ue&ue_px=eyJhIjpbMSwyXX0',
  );

  it.each([
    ['a parameter', { e: 'pv', page: 'Cart' }],
    ['a column and the name of an event', { event: 'page_view', page_url: 'http://shop.example/cart?x=1' }],
    ['the parts of a size', { br_viewwidth: 1105, br_viewheight: 390 }],
    ['a number', { se_value: 13.99 }],
    ['a boolean', { cookie: true, br_cookies: true }],
    ['a date', { dtm: new Date(1361553733313) }],
    ['a pattern', { page_url: /^http:\/\/shop\.example\// }],
    ['a matcher', { page_title: expect.stringContaining('ar'), dtm: expect.any(String) }],
    ['a document', { ue_pr: { product: { id: 'ASO01043', price: 49.95 } } }],
    ['a document with matchers', { ue_json: { product: expect.objectContaining({ price: expect.closeTo(50, 0) }) } }],
    ['a document in Base64', { ue_px: { a: [1, 2] } }],
    ['what was not sent', { event: 'page_view', refr: null }],
  ])('finds %s', (_, expected) => {
    expect(tracking).toHaveTracked(expected);
  });

  it.each([
    ['another text', { page: 'Carts' }],
    ['another number', { se_value: 14 }],
    ['another boolean', { cookie: false }],
    ['another date', { dtm: new Date(1361553733314) }],
    ['what two hits say together', { page: 'Cart', se_category: 'Media' }],
    ['another document', { ue_pr: { product: {} } }],
    ['text where there is none', { refr: expect.anything() }],
    ['nothing where there is text', { event: 'page_view', page: undefined }],
  ])('does not find %s', (_, expected) => {
    expect(tracking).not.toHaveTracked(expected);
  });

  it('counts', () => {
    expect(tracking).toHaveTracked({ event: 'unstruct' }, { times: 2 });
    expect(tracking).toHaveTracked({ event: 'transaction' }, { times: 0 });
    const { message } = failure(() => expect(tracking).toHaveTracked({ event: 'unstruct' }, { times: 1 }));
    expect(message).toContain('expected 1 times {"event":"unstruct"}, and 2 of 4 hits are such');
  });

  it('shows the closest hit beside what was expected, and only differences differ', () => {
    const pattern = /Ca/;
    const caught = failure(() =>
      expect(tracking).toHaveTracked({ event: 'page_view', page_title: pattern, page_url: 'http://shop.example/' }),
    );
    expect(caught.message).toContain('the closest of 4 is hit 0 (snowplow 2014-01), where');
    expect(caught.message).toContain('page_url is "http://shop.example/cart?x=1"');
    expect(caught.message).not.toContain('page_title is');
    expect(caught.message).toContain('hit 1: e=se se_ca=Media se_ac=play');
    expect(caught.actual).toEqual({
      event: 'page_view',
      page_title: pattern,
      page_url: 'http://shop.example/cart?x=1',
    });
    expect(caught.expected).toEqual({ event: 'page_view', page_title: pattern, page_url: 'http://shop.example/' });
  });

  it('says when there is nothing', () => {
    const nowhere = new Tracking();
    expect(failure(() => expect(nowhere).toHaveTracked({ e: 'pv' })).message).toContain(
      '0 of 0 hits are such (0 requests were recorded)',
    );
    nowhere.record(request({ path: '/collect' }));
    expect(failure(() => expect(nowhere).toHaveTracked({ e: 'pv' })).message).toContain('is no tracking endpoint');
    expect(nowhere).not.toHaveTracked({ e: 'pv' });
  });

  it('refuses a name that nothing has', () => {
    expect(failure(() => expect(tracking).toHaveTracked({ pageurl: 'x' })).message).toContain(
      '"pageurl" is neither a parameter',
    );
    expect(failure(() => expect(tracking).not.toHaveTracked({ pageurl: 'x' })).message).toContain(
      '"pageurl" is neither a parameter',
    );
  });

  it('finds names that no document lists, when they were sent', () => {
    expect(tracked('e=pv&mine=1')).toHaveTracked({ mine: 1 });
  });

  it('finds hits of a bulk request, each by itself', () => {
    const bulk = new Tracking();
    const requests = [`?${plainest(piwik)}&action_name=A`, 7, `?${plainest(piwik)}&e_c=Video&e_a=Play&e_v=2.50`];
    bulk.record(
      request({ method: 'POST', path: '/piwik.php', body: JSON.stringify({ requests, token_auth: 'a'.repeat(32) }) }),
    );
    expect(bulk.hits).toHaveLength(3);
    expect(bulk).toHaveTracked({ action_name: 'A', idsite: 1 });
    expect(bulk).toHaveTracked({ e_c: 'Video', e_v: 2.5 });
    expect(bulk).not.toHaveTracked({ action_name: 'A', e_c: 'Video' });
  });
});

describe('hits of today', () => {
  it('are found in a batch, each by itself', () => {
    const tracking = new Tracking();
    const event = (more: object) => ({ p: 'web', tv: 'js-4.8.0', aid: 'shop', ...more });
    const context = { schema: 'iglu:com.acme/page/jsonschema/1-0-0', data: { id: 7 } };
    const contexts = { schema: 'iglu:com.snowplowanalytics.snowplow/contexts/jsonschema/1-0-0', data: [context] };
    tracking.record(
      request({
        method: 'POST',
        path: '/com.snowplowanalytics.snowplow/tp2',
        headers: { 'content-type': 'application/json; charset=UTF-8' },
        body: JSON.stringify({
          schema: 'iglu:com.snowplowanalytics.snowplow/payload_data/jsonschema/1-0-4',
          data: [
            event({ e: 'pv', url: 'http://shop.example/', co: JSON.stringify(contexts) }),
            event({ e: 'pp', pp_max: '10' }),
          ],
        }),
      }),
    );
    expect(tracking).toConform();
    expect(tracking).toHaveTracked({ event: 'page_view', page_url: 'http://shop.example/', v_tracker: /^js-4/ });
    expect(tracking).toHaveTracked({ contexts: expect.objectContaining({ data: [context] }) });
    expect(tracking).toHaveTracked({ event: 'page_ping', pp_xoffset_max: 10, page_url: null });
    expect(tracking.hits.map(({ version }) => version)).toEqual(['tp2', 'tp2']);
  });

  it('are found by names of a family', () => {
    const tracking = new Tracking();
    tracking.record(
      request({ path: '/matomo.php', query: 'idsite=1&rec=1&url=http%3A%2F%2Fa.example%2F&dimension3=red' }),
    );
    expect(tracking).toHaveTracked({ dimension3: 'red', dimension4: null });
  });
});
