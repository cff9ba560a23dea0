import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Running, running, type StoredRecord } from './running.ts';

let here: Running;
beforeAll(async () => {
  here = await running();
});
afterAll(() => here.close());

let count = 0;
/** Sends one event and returns its row. */
async function stored(query: string, headers: Record<string, string> = {}): Promise<StoredRecord> {
  count += 1;
  const answer = await here.get(`/i?tid=c${count}&${query}`, headers);
  expect(answer.status).toBe(200);
  const rows = await here.records('snowplow/events', `txn_id=c${count}`);
  expect(rows).toHaveLength(1);
  return rows[0] as StoredRecord;
}
/** Sends one event that must not become a row, and returns the faults of its bad row. */
async function refused(query: string, headers: Record<string, string> = {}): Promise<string[]> {
  count += 1;
  const raw = `tid=c${count}&${query}`;
  expect((await here.get(`/i?${raw}`, headers)).status).toBe(200);
  expect(await here.records('snowplow/events', `txn_id=c${count}`)).toEqual([]);
  const rows = await here.records('snowplow/bad', `querystring=${encodeURIComponent(raw)}`);
  expect(rows).toHaveLength(1);
  return rows[0]?.errors as unknown as string[];
}

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
    expect(await stored(`e=pv&${query}`)).toMatchObject(row);
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
    expect(await stored(`e=${code}`)).toMatchObject({ event });
  });

  it('is stored without a name when e is missing', async () => {
    expect(await stored('p=web')).toMatchObject({ event: null, platform: 'web' });
  });

  it.each(['web', 'mob', 'pc', 'srv', 'tv', 'cnsl', 'iot', 'app'])('knows the platform %s', async (platform) => {
    expect(await stored(`e=pv&p=${platform}`)).toMatchObject({ platform });
  });
});

describe('what no parameter sets', () => {
  it('stamps by its own clock and address', async () => {
    const row = await stored('e=pv&dtm=0', {
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
    expect(await stored('e=pv&ip=37.157.33.178')).toMatchObject({ user_ipaddress: '37.157.33.178' });
    expect(await stored('e=pv&ip=2001%3Adb8%3A%3A1')).toMatchObject({ user_ipaddress: '2001:db8::1' });
  });

  it('knows browser, system and device of an agent', async () => {
    const agent = 'Mozilla/5.0 (Windows NT 5.1; rv:23.0) Gecko/20100101 Firefox/23.0';
    expect(await stored('e=pv', { 'User-Agent': agent })).toMatchObject({
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
    expect(await stored('e=pv', { 'User-Agent': phone })).toMatchObject({ os_family: 'iOS', dvce_ismobile: true });
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
    expect(await stored('e=pv&nuid=mine', { Cookie: `sp=${value}` })).toMatchObject({ network_userid: 'mine' });
  });

  it('takes the Referer header for the page when url is missing, and only then', async () => {
    expect(await stored('e=pv', { Referer: 'http://h/a?utm_campaign=c' })).toMatchObject({
      page_url: 'http://h/a?utm_campaign=c',
      page_urlhost: 'h',
      mkt_campaign: 'c',
    });
    expect(await stored('e=pv&url=http://g/', { Referer: 'http://h/a' })).toMatchObject({ page_urlhost: 'g' });
  });

  it('tells the medium of a referrer', async () => {
    const medium = async (refr: string) => (await stored(`e=pv&url=http://shop.example/&refr=${refr}`)).refr_medium;
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

describe('rulings', () => {
  it.each<[string, string, StoredRecord]>([
    ['of a repeated name the last counts', 'e=pp&e=pv&page=a&page=b', { event: 'page_view', page_title: 'b' }],
    ['empty text is NULL', 'e=pv&page=&aid', { page_title: null, app_id: null }],
    ['a bad escape is kept', 'e=pv&page=50%', { page_title: '50%' }],
    ['an equals sign belongs to the value', 'e=pv&page=a=b=', { page_title: 'a=b=' }],
    ['a plus sign is a blank', 'e=pv&page=a+b%2Bc', { page_title: 'a b+c' }],
    ['words of languages are text', 'e=pv&page=null&aid=undefined', { page_title: 'null', app_id: 'undefined' }],
    ['a decimal null is NULL', 'e=se&se_va=null', { se_value: null }],
    [
      'decimals are exact',
      'e=tr&tr_tt=12345678901234567.89&tr_tx=1e-7',
      { tr_total: '12345678901234567.89', tr_tax: '0.0000001' },
    ],
    ['long text is whole', `e=pv&page=${'x'.repeat(5000)}`, { page_title: 'x'.repeat(5000) }],
    ['txn_id keeps its zero', 'e=pv', { txn_id: expect.any(String) as unknown as string }],
    ['a fingerprint is text', 'e=pv&fp=3511643688&cd=32', { user_fingerprint: '3511643688', br_colordepth: '32' }],
    ['ti_na fills ti_name', 'e=ti&ti_na=b', { ti_name: 'b' }],
    ['ti_nm goes before ti_na, in any order', 'e=ti&ti_na=b&ti_nm=a', { ti_name: 'a' }],
    ['ev_ca fills se_category', 'e=se&ev_ca=a&ev_va=1.5', { se_category: 'a', se_value: '1.5' }],
    ['plain properties go before Base64', 'e=ue&ue_px=eyJhIjoyfQ&ue_pr=1', { ue_json: '1' }],
    ['parameters of other events are stored', 'e=pv&se_ca=a&mac=m', { se_category: 'a', mac_address: 'm' }],
    ['quotation marks belong to the value', "e=tr&tr_ci='London'", { tr_city: "'London'" }],
    ['a damaged address is stored', 'e=pv&url=http=//a/', { page_url: 'http=//a/', page_urlhost: null }],
    [
      'blanks in an address are encoded',
      'e=pv&url=http://h/a%20b',
      { page_url: 'http://h/a%20b', page_urlpath: '/a%20b' },
    ],
    ['campaigns are decoded twice', 'e=pv&url=http://h/?utm_term=buy%252Btarot', { mkt_term: 'buy tarot' }],
    ['unknown names are ignored', 'e=pv&nobody=1&constructor=2&__proto__=3', { event: 'page_view' }],
  ])('%s', async (_what, query, row) => {
    expect(await stored(query)).toMatchObject(row);
  });

  it.each([
    ['an unknown code', 'e=lol', ['lol']],
    ['the code of structured events of old', 'e=ev&ev_ca=a', ['ev']],
    ['several faults, each told', 'e=lol&vid=a&res=1&f_pdf=2&dtm=x', ['[e]', '[vid]', '[res]', '[f_pdf]', '[dtm]']],
    ['an empty number', 'e=pv&vid=', ['[vid]']],
    ['an empty code', 'e=pv&p=', ['[p]']],
    ['an unknown platform', 'e=pv&p=mobile', ['mobile']],
    ['an integer that is too wide', 'e=pv&vid=2147483648', ['[vid]']],
    ['properties that are no JSON', 'e=ue&ue_pr=%7Ba', ['[ue_pr]']],
    ['an address that is no URI', 'e=pv&url=http://h/a%7Cb', ['page_url']],
    ['a referrer that is no URI', 'e=pv&refr=http://h/a%7Cb', ['page_referrer']],
  ])('%s makes a bad row', async (_what, query, words) => {
    const faults = await refused(query);
    expect(faults).toHaveLength(words.length);
    for (const [index, word] of words.entries()) expect(faults[index]).toContain(word);
  });

  it('keeps what has no parameters at all as a bad row', async () => {
    await here.get('/ice.png');
    expect(await here.records('snowplow/bad', 'path=/ice.png')).toMatchObject([{ querystring: '' }]);
  });

  it('refuses POST and stores nothing', async () => {
    const answer = await fetch(`${here.server.url}/i?e=pv&tid=posted`, { method: 'POST', body: 'e=pv' });
    expect(answer.status).toBe(405);
    expect(await here.records('snowplow/events', 'txn_id=posted')).toEqual([]);
  });
});
