import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { badRow, queryKey } from '../../../conformance/server/readers/snowplow-micro/bad-row.ts';
import { parseExact } from '../../../conformance/server/readers/snowplow-micro/exact-json.ts';
import { Feed } from '../../../conformance/server/readers/snowplow-micro/feed.ts';
import { goodRow } from '../../../conformance/server/readers/snowplow-micro/good-row.ts';
import { snowplowMicroReader } from '../../../conformance/server/readers/snowplow-micro/reader.ts';
import { columnKinds } from '../../../conformance/server/run/values.ts';
import { facts } from '../../../generated/snowplow/2014-01/facts.ts';

const columns = facts.records.events ?? [];

describe('a good event of Micro', () => {
  it('is a row as the records door writes it', () => {
    const event = parseExact(`{
      "app_id": "shop", "event": "page_view", "txn_id": 42, "domain_sessionidx": 1, "br_cookies": true,
      "br_features_pdf": false, "dvce_created_tstamp": "2021-08-29T12:01:05.748Z", "tr_total": 123456789012345.10,
      "tr_tax": 1E-7, "collector_tstamp": "2021-08-29T12:01:05Z", "page_title": null,
      "unstruct_event": {"schema": "iglu:a/b/jsonschema/1-0-0", "data": {"n": 12345678901234567890, "d": 1.50}}
    }`) as Record<string, unknown>;
    expect(goodRow(event, columns)).toMatchObject({
      app_id: 'shop',
      event: 'page_view',
      txn_id: 42,
      domain_sessionidx: 1,
      br_cookies: true,
      br_features_pdf: false,
      br_features_java: null,
      dvce_tstamp: '2021-08-29 12:01:05.748',
      collector_tstamp: '2021-08-29 12:01:05',
      tr_total: '123456789012345.1',
      tr_tax: '0.0000001',
      page_title: null,
      ue_json: '{"schema":"iglu:a/b/jsonschema/1-0-0","data":{"n":12345678901234567890,"d":1.50}}',
    });
  });

  it('has no document where Micro shows an empty one', () => {
    expect(goodRow({ unstruct_event: {} }, columns).ue_json).toBeNull();
    expect(goodRow({}, columns)).not.toHaveProperty('mac_address');
  });
});

const document = (messages: object[]) =>
  JSON.stringify({ schema: 'iglu:x/schema_violations/jsonschema/2-0-0', data: { failure: { messages } } });

describe('a bad event of Micro', () => {
  it('is found by the query it came with, whichever part of it Micro kept', () => {
    const key = queryKey('e=pv&aid=a%20b+c&vp=&res=%C3%A4');
    const kept = badRow({ collectorPayload: { querystring: ['aid=a b c', 'e=pv', 'vp', 'res=ä'] }, rawEvent: null });
    const raw = badRow({
      collectorPayload: null,
      rawEvent: { parameters: { e: 'pv', aid: 'a b c', vp: null, res: 'ä' } },
    });
    expect([kept.querystring, raw.querystring]).toEqual([key, key]);
    expect(badRow({}).querystring).not.toBe(key);
  });

  it('has a sentence for each fault', () => {
    const violations = document([
      { error: { error: 'ValidationError', dataReports: [{ path: 'vp', message: 'one' }, { message: 'two' }] } },
      { error: { error: 'NotJson' } },
    ]);
    const failures = document([{ message: { error: 'three' } }]);
    const { errors } = badRow({ errors: ['Error while validating the event.', violations, failures] });
    const sentences = JSON.parse(String(errors)) as string[];
    expect(sentences).toEqual(['vp: one', 'two', expect.stringContaining('NotJson'), expect.stringContaining('three')]);
    expect(badRow({ errors: ["Can't deserialize Thrift bytes."] }).errors).toBe('["Can\'t deserialize Thrift bytes."]');
  });
});

/** A view that grows by itself each time it is asked. */
function growing(step: number) {
  const events: { id: number }[] = [];
  const grow = () => {
    for (let index = 0; index < step; index += 1) events.unshift({ id: events.length });
  };
  return { events, grow };
}

describe('the feed of a view', () => {
  it('fetches only what is new, and nothing when there is nothing', async () => {
    const { events, grow } = growing(3);
    const asked: number[] = [];
    const newest = async (limit: number) => {
      asked.push(limit);
      return events.slice(0, limit);
    };
    const feed = new Feed(
      async () => events.length,
      newest,
      (value) => (value as { id: number }).id,
    );
    grow();
    await feed.skip();
    await feed.refresh();
    expect([feed.items, asked]).toEqual([[], []]);
    grow();
    await feed.refresh();
    await feed.refresh();
    expect(feed.items).toEqual([3, 4, 5]);
    expect(asked).toHaveLength(1);
    events.length = 0;
    grow();
    await feed.refresh();
    expect(feed.items.slice(3)).toEqual([0, 1, 2]);
  });

  it('loses and doubles nothing that arrives while it reads', async () => {
    const { events, grow } = growing(7);
    const count = async () => {
      grow();
      return events.length;
    };
    const feed = new Feed(
      count,
      async (limit) => events.slice(0, limit),
      (value) => (value as { id: number }).id,
    );
    for (let round = 0; round < 5; round += 1) await feed.refresh();
    expect(feed.items.length).toBeGreaterThan(30);
    expect(feed.items).toEqual(feed.items.map((_, index) => index));
  });

  it('says so when events come faster than they can be read', async () => {
    const { events, grow } = growing(500);
    const count = async () => {
      grow();
      return events.length;
    };
    const feed = new Feed(
      count,
      async (limit) => events.slice(0, limit),
      (value) => value,
    );
    await expect(feed.refresh()).rejects.toThrow(/arrive while one page is read/);
  });
});

describe('the door of Micro', () => {
  const readerOf = async (status: number, text: string) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(status).end(text);
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/com.snowplowanalytics.snowplow/`;
    const reader = snowplowMicroReader({ facts, url, token: undefined, kindOf: columnKinds(facts) });
    onTestFinished(async () => {
      await reader.close();
      server.close();
      server.closeAllConnections();
    });
    return { reader, asked };
  };

  it('is open when it counts, also behind a tracker URL of today', async () => {
    const { reader, asked } = await readerOf(200, '{"total":0,"good":0,"bad":0}');
    expect(await reader.probe()).toEqual({ door: 'open' });
    expect(new Set(asked)).toEqual(new Set(['/micro/all']));
  });

  it('is closed or strange otherwise', async () => {
    expect(await (await readerOf(404, 'no')).reader.probe()).toMatchObject({ door: 'closed', refused: false });
    expect(await (await readerOf(200, '<html>')).reader.probe()).toMatchObject({ door: 'strange' });
    expect(await (await readerOf(200, '{"good":1}')).reader.probe()).toMatchObject({ door: 'strange' });
  });

  it('shows no column that the canonical event of today has not', async () => {
    const { reader } = await readerOf(200, '{}');
    for (const column of ['mac_address', 'adi_bannerid', 'social_network', 'dvce_dt', 'br_features', 'connection_type'])
      expect(reader.sees('events', column)).toBe(false);
    for (const column of ['dvce_tstamp', 'ue_json', 'app_id', 'tr_total'])
      expect(reader.sees('events', column)).toBe(true);
    expect(reader.sees('bad', 'method')).toBe(false);
  });
});
