import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refused, stored } from './collecting.ts';
import { type Running, running, type StoredRecord } from './running.ts';

let here: Running;
beforeAll(async () => {
  here = await running();
});
afterAll(() => here.close());

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
    expect(await stored(here, query)).toMatchObject(row);
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
    const faults = await refused(here, query);
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
