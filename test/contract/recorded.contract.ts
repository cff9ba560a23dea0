/** Recorded requests, judged by `check`, replayed over HTTP, and read back through the records door. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { beaconform, folder, type Served, serve } from './command.ts';

const files = folder();
let server: Served;
before(async () => {
  server = await serve('--database', ':memory:', '--records', '--test-headers');
});
after(async () => {
  assert.equal(await server.stop(), 0);
  files.remove();
});

interface Recorded {
  method: string;
  path: string;
  query: string;
  headers?: Record<string, string>;
  body?: string | null;
}

const recorded: Recorded[] = [
  {
    method: 'GET',
    path: '//piwik.php',
    query: 'idsite=1&rec=1&url=http%3A%2F%2Fexample.org%2Fa&action_name=Help+%2F+Feedback&_id=00112233445566aa&r=1',
  },
  { method: 'GET', path: '/i', query: 'e=se&p=web&tid=350001&se_ca=ecomm&se_ac=add-to-basket&se_va=14.99&vp=1105x390' },
  { method: 'GET', path: '/favicon.ico', query: '' },
];

async function replay({ method, path, query, headers, body }: Recorded, now: number): Promise<Response> {
  return await fetch(`${server.url}${path}?${query}`, {
    method,
    headers: {
      ...(headers?.['content-type'] ? { 'content-type': headers['content-type'] } : {}),
      'x-beaconform-now': String(now),
    },
    ...(body ? { body } : {}),
  });
}

async function records(path: string): Promise<Record<string, unknown>[]> {
  const answer = await fetch(`${server.url}/records/${path}`);
  assert.equal(answer.status, 200, path);
  return ((await answer.json()) as { records: Record<string, unknown>[] }).records;
}

describe('recorded requests', () => {
  it('are judged by check', async () => {
    const [file, report] = [files.path('recorded.ndjson'), files.path('check.json')];
    writeFileSync(file, recorded.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    const run = await beaconform('check', file, '--report', `json=${report}`);
    assert.equal(run.code, 0, run.stdout + run.stderr);
    const read = JSON.parse(readFileSync(report, 'utf8')) as {
      summary: unknown;
      requests: { hits: { findings: { finding: string; parameter: string }[] }[] }[];
    };
    assert.deepEqual(read.summary, { requests: 3, hits: 2, conformant: 2, violating: 0 });
    assert.deepEqual(
      read.requests.map(({ hits }) => hits.length),
      [1, 1, 0],
    );
  });

  it('violate when a value has another form', async () => {
    const file = files.path('violating.ndjson');
    writeFileSync(file, `${JSON.stringify({ method: 'GET', path: '/i', query: 'e=pv&vp=wide' })}\n`);
    const run = await beaconform('check', file);
    assert.equal(run.code, 1);
    assert.match(run.stdout, /snowplow\.vp\.form/);
  });

  it('say which line is no JSON', async () => {
    const file = files.path('broken.ndjson');
    writeFileSync(file, `${JSON.stringify(recorded[0])}\nnot json\n`);
    const run = await beaconform('check', file);
    assert.equal(run.code, 2);
    assert.match(run.stderr, /line 2/);
  });

  it('are stored when they are replayed', async () => {
    for (const entry of recorded.slice(0, 2)) assert.equal((await replay(entry, 1_390_212_000)).status, 200);
    const [event] = await records('snowplow/events?txn_id=350001');
    assert.deepEqual(
      [event?.se_category, event?.se_value, event?.br_viewwidth, event?.br_viewheight],
      ['ecomm', '14.99', 1105, 390],
    );
    const [visit] = await records('piwik/log_visit?idvisitor=00112233445566aa');
    assert.equal(visit?.visit_first_action_time, '2014-01-20 10:00:00');
    const [link] = await records(`piwik/log_link_visit_action?idvisit=${visit?.idvisit}`);
    const actions = await records(`piwik/log_action?idaction=${link?.idaction_url}&idaction=${link?.idaction_name}`);
    assert.deepEqual(actions.map(({ type }) => type).sort(), [1, 4]);
    assert.equal((await fetch(`${server.url}/records/snowplow/events?no_such_column=1`)).status, 400);
  });
});

const corpus = resolve(import.meta.dirname, '../../../shared/corpus/clients-2014.ndjson');
describe('clients of 2014', {
  skip: existsSync(corpus) ? false : 'the recordings are not beside the repository',
}, () => {
  it('are all read by check', async () => {
    const report = files.path('clients.json');
    const run = await beaconform('check', corpus, '--report', `json=${report}`);
    assert.ok(run.code === 0 || run.code === 1, run.stderr);
    const read = JSON.parse(readFileSync(report, 'utf8')) as {
      summary: { requests: number; hits: number };
      requests: { hits: unknown[] }[];
    };
    assert.equal(read.summary.requests, 122);
    assert.ok(read.requests.every(({ hits }) => hits.length > 0));
  });

  it('leave one event or one bad record for each Snowplow hit', async () => {
    const hits = readFileSync(corpus, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Recorded)
      .filter(({ path }) => path === '/i');
    const before = await countOf();
    for (const hit of hits) assert.equal((await replay(hit, 1_390_212_000)).status, 200);
    const after = await countOf();
    assert.equal(after.good + after.bad - before.good - before.bad, hits.length);
    for (const bad of await records('snowplow/bad')) assert.notDeepEqual(bad.errors, []);
  });

  async function countOf(): Promise<{ good: number; bad: number }> {
    return { good: (await records('snowplow/events')).length, bad: (await records('snowplow/bad')).length };
  }
});
