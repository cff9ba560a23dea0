import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'beaconform-kill-'));
const database = join(folder, 'kill.db');
const script = new URL('serving-process.ts', import.meta.url);
afterAll(() => rmSync(folder, { recursive: true }));

async function start(): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(script, [database], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: ['--no-warnings'],
  });
  const [url] = (await once(child, 'message')) as [string];
  return { child, url };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown[]> {
  const exited = once(child, 'exit');
  child.kill(signal);
  return exited;
}

const hit = (id: string) =>
  id.startsWith('s') ? `/i?e=pv&tid=${id}` : `/piwik.php?idsite=1&rec=1&url=http%3A%2F%2Fexample.org%2F${id}`;

/** Loads the server over 16 connections; kills it while `killAfter` hits are answered and more are under way. */
async function loadAndKill(round: number, killAfter: number): Promise<string[]> {
  const { child, url } = await start();
  const pool = new Pool(url, { connections: 16 });
  const answered: string[] = [];
  let next = 0;
  let killed: Promise<unknown> | undefined;
  const lane = async () => {
    while (killed === undefined) {
      const id = `${next % 2 ? 's' : 'p'}${round}x${next}`;
      next += 1;
      try {
        const { statusCode, body } = await pool.request({ method: 'GET', path: hit(id) });
        await body.dump();
        if (statusCode === 200) answered.push(id);
      } catch {
        // The connection went with the process: this hit was not answered.
        return;
      }
      if (answered.length >= killAfter) killed ??= end(child, 'SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: 16 }, lane));
  await killed;
  await pool.destroy();
  return answered;
}

/** How often each hit is stored. */
async function stored(url: string, ids: readonly string[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const count = async (path: string, column: string, wanted: readonly string[], id: (value: string) => string) => {
    for (let from = 0; from < wanted.length; from += 100) {
      const filter = wanted.slice(from, from + 100).map((value) => `${column}=${encodeURIComponent(value)}`);
      const answer = await fetch(`${url}/records/${path}?${filter.join('&')}`);
      const { records } = (await answer.json()) as { records: Record<string, string>[] };
      for (const row of records) {
        const key = id(String(row[column]));
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  };
  const snowplow = ids.filter((id) => id.startsWith('s'));
  await count('snowplow/events', 'txn_id', snowplow, (value) => value);
  const piwik = ids.filter((id) => id.startsWith('p')).map((id) => `example.org/${id}`);
  await count('piwik/log_action', 'name', piwik, (value) => value.slice('example.org/'.length));
  return counts;
}

it('keeps every answered hit when killed in the middle of a load, 20 times', { timeout: 120_000 }, async () => {
  const answered: string[] = [];
  for (let round = 0; round < 20; round += 1) {
    const ids = await loadAndKill(round, 20 + ((round * 37) % 150));
    expect(ids.length).toBeGreaterThanOrEqual(20);
    answered.push(...ids);
  }
  const { child, url } = await start();
  const counts = await stored(url, answered);
  expect(answered.filter((id) => counts.get(id) !== 1)).toEqual([]);
  // And none of them half: each page view of Piwik has its row in all three tables.
  const rows = async (record: string) => {
    const answer = await fetch(`${url}/records/piwik/${record}?_limit=100000`);
    return ((await answer.json()) as { records: Record<string, number>[] }).records;
  };
  const linked = new Set((await rows('log_link_visit_action')).map((row) => row.idaction_url));
  const actions = (await rows('log_action')).filter((row) => row.type === 1);
  expect(actions.filter((row) => !linked.has(row.idaction ?? Number.NaN))).toEqual([]);
  expect(await end(child, 'SIGTERM')).toEqual([0, null]);
});

it('answers what is under way and exits 0 on SIGTERM', async () => {
  const { child, url } = await start();
  const pool = new Pool(url, { connections: 8 });
  const send = async (n: number) => {
    try {
      const { statusCode, body } = await pool.request({ method: 'GET', path: hit(`sterm${n}`) });
      await body.dump();
      return statusCode === 200 ? `sterm${n}` : undefined;
    } catch {
      return undefined;
    }
  };
  await send(0);
  const sent = Array.from({ length: 200 }, (_, n) => send(n + 1));
  expect(await end(child, 'SIGTERM')).toEqual([0, null]);
  const answered = (await Promise.all(sent)).filter((id) => id !== undefined);
  await pool.destroy();
  const again = await start();
  const counts = await stored(again.url, answered);
  expect(answered.filter((id) => counts.get(id) !== 1)).toEqual([]);
  await end(again.child, 'SIGTERM');
});
