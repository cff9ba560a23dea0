/** A target off this machine: asked for, told about, paced and marked. 0.0.0.0 stands for one; it leads back here. */
import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import { beaconform, folder, type Served, serve } from './command.ts';
import { startProxy } from './proxy.ts';
import { readReport } from './report.ts';

const token = '0123456789abcdef0123456789abcdef';
const files = folder();
const [database, target] = [files.path('remote.db'), files.path('target.json')];
let server: Served;
let proxy: Awaited<ReturnType<typeof startProxy>>;
let hits: { at: number; url: string }[] = [];

before(async () => {
  server = await serve('--database', database, '--records', '--token', token, '--write-target', target);
  proxy = await startProxy(server.url, (url) => {
    hits.push({ at: performance.now(), url });
    return url;
  });
});
after(async () => {
  proxy.close();
  await server.stop();
  files.remove();
});

/** A run against the server as if it were far away. */
async function far(...options: string[]) {
  hits = [];
  const url = proxy.url.replace('127.0.0.1', '0.0.0.0');
  const report = files.path('report.json');
  const door = ['--reader', 'beaconform', '--reader-url', `${server.url}/`];
  const run = await beaconform(
    'test',
    `${url}/`,
    ...door,
    '--target',
    target,
    '--report',
    `json=${report}`,
    ...options,
  );
  return { run, report };
}

describe('a target off this machine', () => {
  it('is refused until it is allowed, and gets nothing', async () => {
    const { run } = await far();
    assert.equal(run.code, 2);
    assert.match(run.stderr, /is not on this machine.*--allow-remote/s);
    assert.equal(hits.length, 0);
  });

  it('is told about and paced at five requests a second, within the limits given', async () => {
    const { run, report } = await far('--allow-remote', '--runs', '2', '--max-requests', '16');
    const read = readReport(report, token);
    assert.ok(hits.length > 8 && hits.length <= 16, `${hits.length} requests`);
    assert.equal(read.requestsSent, hits.length);
    const seconds = ((hits.at(-1)?.at ?? 0) - (hits[0]?.at ?? 0)) / 1000;
    // Each protocol has a pace of its own and begins at once.
    assert.ok(seconds > (hits.length - 3) / 5, `${hits.length} requests in ${seconds} s`);
    const told = /piwik 2\.0: \d+ checks, \d+ cases, about \d+ requests at most 5 a second: some \S+ s/;
    assert.match(run.stderr, told);
    assert.match(run.stderr, /snowplow 2014-01: \d+ checks/);
  });

  it('is told of nothing but the pace it was given, and left after the seconds it was given', async () => {
    const { run } = await far(
      '--allow-remote',
      '--runs',
      '50',
      '--rate',
      '20',
      '--max-seconds',
      '4',
      '--only',
      'piwik.*',
    );
    assert.match(run.stderr, /at most 20 a second: some 4\.0 s/);
    const seconds = ((hits.at(-1)?.at ?? 0) - (hits[0]?.at ?? 0)) / 1000;
    assert.ok(seconds < 4.5, `${seconds} s`);
  });

  it('gets no privileged parameter and no token where none was given', async () => {
    await far('--allow-remote', '--runs', '5', '--rate', '2000');
    assert.ok(hits.length > 500, `${hits.length} requests`);
    const privileged = /[?&](token_auth|cip|cdt|cid|country|region|city|lat|long|new_visit)=/;
    assert.deepEqual(
      hits.filter(({ url }) => privileged.test(url) || url.includes(token)),
      [],
    );
  });

  it('can be rid of every hit with the statements printed', async () => {
    const { run } = await far('--allow-remote', '--rate', '2000', '--runs', '3', '--token', token);
    assert.equal(run.code, 0, run.stdout);
    const statements = run.stderr.split('\n').filter((line) => /^ {2}[A-Z].*;$/.test(line));
    const store = new DatabaseSync(database);
    const rows = (table: string) =>
      (store.prepare(`SELECT count(*) AS rows FROM ${table}`).get() as { rows: number }).rows;
    const tables = ['log_visit', 'log_link_visit_action', 'log_conversion', 'log_conversion_item', 'events'];
    for (const table of tables) assert.ok(rows(table) > 10, `${table} is empty before`);
    for (const statement of statements) store.exec(statement);
    for (const table of tables) assert.equal(rows(table), 0, `rows left in ${table}`);
    store.close();
  });
});
