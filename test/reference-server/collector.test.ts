import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stored } from './collecting.ts';
import { type Running, running, type StoredRecord } from './running.ts';

let here: Running;
beforeAll(async () => {
  here = await running();
});
afterAll(() => here.close());

describe('parameters with several columns, against rows written by hand', () => {
  it.each<[string, StoredRecord]>([
    ['res=1920x976', { dvce_screenwidth: 1920, dvce_screenheight: 976, br_viewwidth: null, doc_width: null }],
    ['vp=1105x390', { br_viewwidth: 1105, br_viewheight: 390, dvce_screenwidth: null, doc_width: null }],
    ['ds=1090x1152', { doc_width: 1090, doc_height: 1152, dvce_screenwidth: null, br_viewwidth: null }],
    [
      'dtm=1361555202287&tz=Europe%2FLondon',
      {
        dvce_dt: '2013-02-22',
        dvce_tm: '17:46:42',
        dvce_epoch: 1361555202287,
        dvce_tstamp: '2013-02-22 17:46:42.287',
        os_timezone: 'Europe/London',
      },
    ],
    ['ue_pr=%7B+%22a%22%3A+1.0+%7D', { ue_json: '{ "a": 1.0 }', ue_properties: '{ "a": 1.0 }' }],
    ['ue_px=eyAiYSI6IDEuMCB9', { ue_json: '{ "a": 1.0 }', ue_properties: '{ "a": 1.0 }' }],
    [
      'f_pdf=1&f_qt=0&f_fla=1&f_ag=1',
      {
        br_features_pdf: true,
        br_features_quicktime: false,
        br_features_flash: true,
        br_features_silverlight: true,
        br_features_java: null,
        br_features: 'pdf,flash,silverlight',
      },
    ],
    [
      'url=https%3A%2F%2Fuser%40Shop.example%3A8443%2Fa%2Fb%3Fx%3D1%26utm_source%3Dnews%26utm_medium%3De%2520mail%23top',
      {
        page_url: 'https://user@Shop.example:8443/a/b?x=1&utm_source=news&utm_medium=e%20mail#top',
        page_urlscheme: 'https',
        page_urlhost: 'Shop.example',
        page_urlport: 8443,
        page_urlpath: '/a/b',
        page_urlquery: 'x=1&utm_source=news&utm_medium=e%20mail',
        page_urlfragment: 'top',
        mkt_source: 'news',
        mkt_medium: 'e mail',
        mkt_term: null,
        page_referrer: null,
        refr_medium: null,
      },
    ],
    [
      'refr=http%3A%2F%2Fwww.google.co.uk%2Fsearch%3Fq%3Dtarot%2Bcards&url=http%3A%2F%2Fh%2F',
      {
        page_referrer: 'http://www.google.co.uk/search?q=tarot+cards',
        refr_urlscheme: 'http',
        refr_urlhost: 'www.google.co.uk',
        refr_urlport: 80,
        refr_urlpath: '/search',
        refr_urlquery: 'q=tarot+cards',
        refr_urlfragment: null,
        refr_medium: 'search',
        refr_source: 'Google',
        refr_term: 'tarot cards',
        page_urlhost: 'h',
      },
    ],
  ])('%s', async (query, row) => {
    expect(await stored(here, `e=pv&${query}`)).toMatchObject(row);
  });
});

describe('events', () => {
  it.each([
    ['pv', 'page_view'],
    ['pp', 'page_ping'],
    ['ad', 'ad_impression'],
    ['tr', 'transaction'],
    ['ti', 'transaction_item'],
    ['se', 'struct'],
    ['ue', 'unstruct'],
    ['s', 'social'],
  ])('e=%s is stored as %s', async (code, event) => {
    expect(await stored(here, `e=${code}`)).toMatchObject({ event });
  });

  it('is stored without a name when e is missing', async () => {
    expect(await stored(here, 'p=web')).toMatchObject({ event: null, platform: 'web' });
  });

  it.each(['web', 'mob', 'pc', 'srv', 'tv', 'cnsl', 'iot', 'app'])('knows the platform %s', async (platform) => {
    expect(await stored(here, `e=pv&p=${platform}`)).toMatchObject({ platform });
  });
});

describe('what no parameter sets', () => {
  it('stamps by its own clock and address', async () => {
    const row = await stored(here, 'e=pv&dtm=0', {
      'X-Beaconform-Now': '1390212000.123',
      'X-Beaconform-Address': '203.0.113.9',
    });
    expect(row).toMatchObject({
      collector_tstamp: '2014-01-20 10:00:00.123',
      dvce_tstamp: '1970-01-01 00:00:00.000',
      user_ipaddress: '203.0.113.9',
      event_vendor: 'com.snowplowanalytics',
      v_collector: expect.stringContaining('beaconform'),
      v_etl: expect.stringContaining('beaconform'),
      event_id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
    });
  });

  it('takes ip before the address of the request', async () => {
    expect(await stored(here, 'e=pv&ip=37.157.33.178')).toMatchObject({ user_ipaddress: '37.157.33.178' });
    expect(await stored(here, 'e=pv&ip=2001%3Adb8%3A%3A1')).toMatchObject({ user_ipaddress: '2001:db8::1' });
  });

  it('knows browser, system and device of an agent', async () => {
    const agent = 'Mozilla/5.0 (Windows NT 5.1; rv:23.0) Gecko/20100101 Firefox/23.0';
    expect(await stored(here, 'e=pv', { 'User-Agent': agent })).toMatchObject({
      useragent: agent,
      br_name: 'Firefox 23',
      br_family: 'Firefox',
      br_version: '23.0',
      br_renderengine: 'GECKO',
      os_family: 'Windows',
      dvce_type: 'Computer',
      dvce_ismobile: false,
    });
    const phone =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 7_0 like Mac OS X) AppleWebKit/537.51.1 (KHTML, like Gecko) Version/7.0 Mobile/11A465 Safari/9537.53';
    expect(await stored(here, 'e=pv', { 'User-Agent': phone })).toMatchObject({
      os_family: 'iOS',
      dvce_ismobile: true,
    });
  });

  it('sets its cookie once and keeps it; nuid goes before it', async () => {
    const first = await here.get('/i?e=pv&tid=cookie1');
    const [, value = ''] =
      /^sp=([0-9a-f-]{36}); Expires=[^;]+ GMT; Path=\/$/.exec(first.headers.get('set-cookie') ?? '') ?? [];
    expect(value).not.toBe('');
    expect(await here.records('snowplow/events', 'txn_id=cookie1')).toMatchObject([{ network_userid: value }]);
    const again = await here.get('/i?e=pv&tid=cookie2', { Cookie: `a=b; sp=${value}; c=d` });
    expect(again.headers.get('set-cookie')).toContain(`sp=${value};`);
    expect(await here.records('snowplow/events', 'txn_id=cookie2')).toMatchObject([{ network_userid: value }]);
    expect(await stored(here, 'e=pv&nuid=mine', { Cookie: `sp=${value}` })).toMatchObject({ network_userid: 'mine' });
  });

  it('takes the Referer header for the page when url is missing, and only then', async () => {
    expect(await stored(here, 'e=pv', { Referer: 'http://h/a?utm_campaign=c' })).toMatchObject({
      page_url: 'http://h/a?utm_campaign=c',
      page_urlhost: 'h',
      mkt_campaign: 'c',
    });
    expect(await stored(here, 'e=pv&url=http://g/', { Referer: 'http://h/a' })).toMatchObject({ page_urlhost: 'g' });
  });

  it('tells the medium of a referrer', async () => {
    const medium = async (refr: string) =>
      (await stored(here, `e=pv&url=http://shop.example/&refr=${refr}`)).refr_medium;
    expect(await medium('http://shop.example/other')).toBe('internal');
    expect(await medium('http://www.bing.com/search?q=a')).toBe('search');
    expect(await medium('https://de.search.yahoo.com/search?p=a')).toBe('search');
    expect(await medium('http://m.facebook.com/')).toBe('social');
    expect(await medium('https://mail.google.com/mail/')).toBe('email');
    expect(await medium('http://notgoogle.example/search?q=a')).toBe('unknown');
  });

  it('answers with the pixel', async () => {
    for (const path of ['/i?e=pv', '/ice.png?e=pv', '/i?e=lol']) {
      const answer = await here.get(path);
      expect(answer.headers.get('content-type')).toBe('image/gif');
      expect(Buffer.from(await answer.arrayBuffer()).toString('base64')).toBe(
        'R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==',
      );
    }
  });
});
