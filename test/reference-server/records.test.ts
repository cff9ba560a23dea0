import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editions, readerIndexes, tables } from '../../reference-server/editions.ts';
import type { TrackerRequest } from '../../reference-server/model.ts';
import { answerRecords, type DoorOptions } from '../../reference-server/records/door.ts';
import { openStore } from '../../reference-server/storage/open.ts';
import { type Running, running } from './running.ts';

let here: Running;
beforeAll(async () => {
  here = await running();
  for (let n = 0; n < 25; n += 1) {
    await here.get(`/i?e=pv&tid=t${n % 20}&aid=${n % 2 ? 'odd' : 'even'}&vid=${n}&cookie=${n % 2}&se_va=${n}.50`);
  }
  await here.get('/i?e=lol&vid=a');
});
afterAll(() => here.close());

const ids = async (filter: string) =>
  (await here.records('snowplow/events', filter)).map((row) => row.domain_sessionidx);

describe('the records door', () => {
  it('filters by columns: another column narrows, a repeated one widens', async () => {
    expect(await ids('txn_id=t3')).toEqual([3, 23]);
    expect(await ids('txn_id=t3&domain_sessionidx=23')).toEqual([23]);
    expect(await ids('txn_id=t3&txn_id=t7')).toEqual([3, 7, 23]);
    expect(await ids('app_id=odd&domain_sessionidx=1&domain_sessionidx=2')).toEqual([1]);
    expect(await ids('txn_id=nobody')).toEqual([]);
  });

  it('finds each kind of value by its own notation', async () => {
    expect(await ids('br_cookies=true&domain_sessionidx=5')).toEqual([5]);
    expect(await ids('br_cookies=false&domain_sessionidx=5')).toEqual([]);
    expect(await ids('se_value=5.50')).toEqual([5]);
    expect(await ids('domain_sessionidx=abc')).toEqual([]);
  });

  it('bears many values in one filter', async () => {
    const many = Array.from({ length: 1000 }, (_, n) => `txn_id=t${n}`).join('&');
    expect(await ids(many)).toHaveLength(25);
  });

  it('pages in the order of insertion', async () => {
    const seen: unknown[] = [];
    let after = '';
    for (;;) {
      const answer = await here.get(`/records/snowplow/events?_limit=10${after}`);
      const page = (await answer.json()) as { records: Record<string, unknown>[]; next?: number };
      seen.push(...page.records.map((row) => row.domain_sessionidx));
      expect(page.records.length).toBeLessThanOrEqual(10);
      if (page.next === undefined) break;
      after = `&_after=${page.next}`;
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => n));
  });

  it('shows the first of each value only, when asked', async () => {
    expect(await ids('_distinct=txn_id')).toEqual(Array.from({ length: 20 }, (_, n) => n));
  });

  it('writes NULL as null and leaves no column out', async () => {
    const [row] = await here.records('snowplow/events', '_limit=1');
    expect(row).toMatchObject({ event: 'page_view', page_title: null, br_cookies: false, se_value: '0.50' });
    expect(Object.keys(row ?? {})).toEqual((editions.snowplow.records.events ?? []).map(({ column }) => column));
  });

  it('shows a bad row with its request and every fault', async () => {
    const rows = await here.records('snowplow/bad');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ method: 'GET', path: '/i', querystring: 'e=lol&vid=a', body: null });
    expect(rows[0]?.errors).toEqual([expect.stringContaining('lol'), expect.stringContaining('vid')]);
    expect(String(rows[0]?.received_tstamp)).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}$/);
  });

  it.each([
    ['snowplow/events?nobody=1', 400, 'domain_userid'],
    ['snowplow/events?_limit=0', 400, 'at least 1'],
    ['snowplow/events?_limit=x', 400, '_limit'],
    ['snowplow/events?_after=-1', 400, '_after'],
    ['snowplow/events?_sort=1', 400, '_distinct'],
    ['snowplow/events?_distinct=nobody', 400, 'nobody'],
    ['snowplow/nothing', 404, 'events, bad'],
    ['snowplow/toString', 404, 'events, bad'],
    ['nothing/events', 404, 'piwik, snowplow'],
    ['__proto__/events', 404, 'piwik, snowplow'],
  ])('answers %s with %i and what to do', async (path, status, words) => {
    const answer = await here.get(`/records/${path}`);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(words);
  });

  it('stands under the same prefix as the tracker', async () => {
    expect((await here.get('/stats/records/piwik/log_visit')).status).toBe(200);
  });
});

describe('who may enter', () => {
  const options: DoorOptions = {
    open: true,
    store: openStore(':memory:', tables),
    facts: editions,
    indexes: readerIndexes,
    token: 'right',
  };
  const status = (address: string, authorization?: string, open = true) => {
    const headers = authorization === undefined ? {} : { authorization };
    const request: TrackerRequest = {
      method: 'GET',
      path: '',
      query: '',
      headers,
      body: new Uint8Array(),
      address,
      now: 0,
    };
    return answerRecords({ ...options, open }, 'snowplow', 'events', request).status;
  };

  it.each([
    ['127.0.0.1', undefined, 200],
    ['127.1.2.3', undefined, 200],
    ['::1', undefined, 200],
    ['192.0.2.1', undefined, 401],
    ['', undefined, 401],
    ['2001:db8::1', 'Bearer wrong', 401],
    ['192.0.2.1', 'Basic right', 401],
    ['192.0.2.1', 'Bearer right', 200],
    ['192.0.2.1', 'bearer right', 200],
  ])('%s with %s: %i', (address, authorization, expected) => {
    expect(status(address, authorization)).toBe(expected);
  });

  it('is closed unless opened', () => {
    expect(status('127.0.0.1', undefined, false)).toBe(404);
  });
});
