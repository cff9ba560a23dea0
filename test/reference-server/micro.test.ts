import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ServeOptions } from '../../reference-server/server.ts';
import { lines, missing } from './corpus.ts';
import { running } from './running.ts';

async function start(options: Partial<ServeOptions> = {}) {
  const server = await running({ config: { snowplow: { micro: true } }, ...options });
  onTestFinished(() => server.close());
  const micro = async (view: string, filter?: unknown) => {
    const body = filter === undefined ? {} : { method: 'POST', body: JSON.stringify(filter) };
    return (await fetch(`${server.server.url}/micro/${view}`, body)).json();
  };
  return { ...server, micro };
}

describe('the Micro view', () => {
  it('is off unless the configuration has it', async () => {
    const { get } = await start({ config: {} });
    expect((await get('/micro/all')).status).toBe(404);
    expect(await (await get('/micro/all')).text()).toMatch(/snowplow\.micro/);
  });

  it('shows a good event as Micro does', async () => {
    const { get, micro } = await start();
    const json =
      '{"schema":"iglu:com.snowplowanalytics.snowplow/unstruct_event/jsonschema/1-0-0","data":{"schema":"iglu:a/b/jsonschema/1-0-0","data":{"n":12345678901234567890}}}';
    const query = `e=ue&p=web&aid=shop&tid=42&cookie=1&res=1920x1080&dtm=1630238465748&refr&ue_pr=${encodeURIComponent(json)}`;
    await get(`/i?${query}`, {
      'user-agent': 'Firefox/91',
      referer: 'http://localhost:8000/',
      'X-Beaconform-Now': '1630238465.787',
    });
    const raw = await (await get('/micro/good')).text();
    expect(raw).toContain('"n":12345678901234567890');
    const [event] = JSON.parse(raw);
    expect(event).toMatchObject({
      rawEvent: {
        api: { vendor: 'com.snowplowanalytics.snowplow', version: 'tp1' },
        parameters: { e: 'ue', p: 'web', aid: 'shop', res: '1920x1080', refr: null },
        contentType: null,
        context: {
          timestamp: '2021-08-29T12:01:05.787Z',
          ipAddress: '127.0.0.1',
          useragent: 'Firefox/91',
          refererUri: 'http://localhost:8000/',
          headers: expect.arrayContaining(['User-Agent: Firefox/91']),
        },
      },
      eventType: 'unstruct',
      schema: 'iglu:a/b/jsonschema/1-0-0',
      contexts: [],
      event: {
        app_id: 'shop',
        platform: 'web',
        dvce_created_tstamp: '2021-08-29T12:01:05.748Z',
        br_cookies: true,
        dvce_screenwidth: 1920,
        dvce_screenheight: 1080,
        page_title: null,
        contexts: {},
        derived_contexts: {},
        unstruct_event: { data: { schema: 'iglu:a/b/jsonschema/1-0-0' } },
      },
    });
    expect(Object.keys(event.event)).toHaveLength(131);
    expect(event.rawEvent.context.userId).toBe(event.event.network_userid);
    expect(await micro('all')).toEqual({ total: 1, good: 1, bad: 0 });
  });

  it('shows a bad event with every fault', async () => {
    const { get, micro } = await start();
    await get('/i?e=pv&aid=shop%20b&vp=wide&tr_tt=dear');
    const [event] = (await micro('bad')) as Record<string, never>[];
    expect(event).toMatchObject({
      collectorPayload: { querystring: ['e=pv', 'aid=shop b', 'vp=wide', 'tr_tt=dear'], body: null },
      rawEvent: { parameters: { aid: 'shop b' } },
      errors: ['Error while validating the event.', expect.stringContaining('badrows/schema_violations')],
    });
    const document = JSON.parse(event?.errors?.[1] ?? '');
    const reports = document.data.failure.messages[0].error.dataReports as { path: string }[];
    expect(reports.map(({ path }) => path).sort()).toEqual(['tr_tt', 'vp']);
    expect(await micro('all')).toEqual({ total: 1, good: 0, bad: 1 });
  });

  it('gives the newest first, and those that the filter names', async () => {
    const { get, micro } = await start();
    for (const [code, id] of [
      ['pv', 'a'],
      ['se', 'b'],
      ['pv', 'c'],
    ])
      await get(`/i?e=${code}&aid=${id}`);
    await get('/i?e=pv&vp=wide');
    const ids = async (filter?: object) =>
      ((await micro('good', filter)) as { event: { app_id: string } }[]).map(({ event }) => event.app_id);
    expect(await ids()).toEqual(['c', 'b', 'a']);
    expect(await ids({ limit: 2, unknown: 1 })).toEqual(['c', 'b']);
    expect(await ids({ event_type: 'page_view' })).toEqual(['c', 'a']);
    expect(await ids({ event_type: 'page_view', limit: 1 })).toEqual(['c']);
    expect(await ids({ schema: 'iglu:com.google.analytics/event/jsonschema/1-0-0' })).toEqual(['b']);
    expect(await ids({ contexts: ['iglu:x/y/jsonschema/1-0-0'] })).toEqual([]);
    expect(await micro('bad', { vendor: 'com.snowplowanalytics.snowplow', version: 'tp1' })).toHaveLength(1);
    expect(await micro('bad', { version: 'tp2' })).toEqual([]);
  });

  it('refuses what it does not understand', async () => {
    const { server, get } = await start();
    const post = async (body: string) => (await fetch(`${server.url}/micro/good`, { method: 'POST', body })).status;
    expect(await Promise.all(['{', '[]', '{"limit":"2"}', '{"contexts":"x"}', '{"event_type":1}'].map(post))).toEqual([
      400, 400, 400, 400, 400,
    ]);
    expect((await get('/micro/columns')).status).toBe(404);
    expect((await fetch(`${server.url}/micro/all`, { method: 'PUT' })).status).toBe(405);
  });

  it('hides at a reset what is there, and deletes nothing', async () => {
    const { get, micro, records } = await start();
    await get('/i?e=pv&aid=before');
    await get('/i?e=pv&aid=bad&vp=wide');
    expect(await micro('reset')).toEqual({ total: 0, good: 0, bad: 0 });
    expect([await micro('good'), await micro('bad')]).toEqual([[], []]);
    await get('/i?e=pv&aid=after');
    expect(await micro('all')).toEqual({ total: 1, good: 1, bad: 0 });
    expect((await records('snowplow/events')).map(({ app_id }) => app_id)).toEqual(['before', 'after']);
    expect(await records('snowplow/bad')).toHaveLength(1);
  });

  it('shows rows that were stored before it was switched on, and keeps requests over a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'beaconform-micro-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const database = join(folder, 'rows.sqlite');
    const withoutView = await running({ database });
    await withoutView.get('/i?e=pv&aid=old');
    await withoutView.close();
    for (const aid of ['first', 'second']) {
      const server = await running({ database, config: { snowplow: { micro: true } } });
      await server.get(`/i?e=pv&aid=${aid}`);
      await server.close();
    }
    const { micro } = await start({ database });
    const events = (await micro('good')) as { event: { app_id: string }; rawEvent: { parameters: object } }[];
    expect(events.map(({ event, rawEvent }) => [event.app_id, rawEvent.parameters])).toEqual([
      ['second', { e: 'pv', aid: 'second' }],
      ['first', { e: 'pv', aid: 'first' }],
      ['old', {}],
    ]);
  });

  it.skipIf(missing('snowplow-now-vectors.ndjson'))('answers as the tests of Micro itself expect', async () => {
    const vectors = lines<Vector>('snowplow-now-vectors.ndjson').filter(({ area, input, expect: { status } }) => {
      return area === 'micro' && input.requests?.length && status === undefined;
    });
    expect(vectors.length).toBeGreaterThan(1);
    for (const { input, expect: expected } of vectors) {
      const { get } = await start();
      for (const request of input.requests ?? []) await get(request.replace('GET ', ''));
      const answer = await (await get((input.then ?? '').replace('GET ', ''))).text();
      if (expected.body !== undefined) expect(answer.trim()).toBe(expected.body);
      for (const [path, value] of Object.entries(expected.json ?? {}))
        expect(JSON.parse(answer)).toHaveProperty(path, value);
    }
  });
});

interface Vector {
  area: string;
  input: { requests?: string[]; then?: string };
  expect: { status?: number; body?: string; json?: Record<string, unknown> };
}
