/** A look at raw answers: that a variation really does what it says, each compared with the server behind it. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/** The server itself, and with the variation. */
export interface Both {
  plain: string;
  varied: string;
}

const page = '/piwik.php?idsite=1&rec=1&url=http%3A%2F%2Fexample.org%2F';
const event = '/i?e=se&p=web&aid=looks&se_ca=looks';
const titles = '/records/piwik/log_action?type=4';
const events = '/records/snowplow/events?app_id=looks';

async function rows(url: string): Promise<Record<string, unknown>[]> {
  return ((await (await fetch(url)).json()) as { records: Record<string, unknown>[] }).records;
}

async function bodies(path: string, { plain, varied }: Both): Promise<[string, string]> {
  const [left, right] = await Promise.all([plain, varied].map(async (url) => (await fetch(url + path)).bytes()));
  return [Buffer.from(left as Uint8Array).toString('hex'), Buffer.from(right as Uint8Array).toString('hex')];
}

async function ended(url: string): Promise<{ told: boolean; closed: boolean }> {
  return await new Promise((resolve, reject) => {
    const asked = request(url, { headers: { connection: 'keep-alive' } }, (answer) => {
      const told = answer.headers.connection === 'close';
      const limit = AbortSignal.timeout(2_000);
      const end = (closed: boolean) => resolve({ told, closed });
      answer.resume().socket.once('close', () => end(true));
      limit.addEventListener('abort', () => end(false), { once: true });
    });
    asked.on('error', reject).end();
  });
}

export const looks: Readonly<Record<string, (both: Both) => Promise<void>>> = {
  'slow-answers': async ({ varied }) => {
    const started = performance.now();
    for (let sent = 0; sent < 8; sent += 1) await (await fetch(varied + page)).bytes();
    assert.ok(performance.now() - started > 380, 'eight answers take some 400 ms');
  },
  'extra-headers': async ({ varied }) => {
    const { headers } = await fetch(varied + event);
    assert.equal(headers.get('via'), '1.1 balancer.example');
    assert.equal(headers.getSetCookie().length, 2, 'its own cookie beside that of the collector');
  },
  'extra-columns': async ({ plain, varied }) => {
    await fetch(plain + event);
    const [[before], [after]] = [await rows(plain + events), await rows(varied + events)];
    assert.equal(Object.keys(after ?? {}).length, Object.keys(before ?? {}).length + 4);
  },
  'other-row-order': async ({ plain, varied }) => {
    for (const name of ['one', 'two']) await fetch(`${plain}${event}&se_ac=${name}`);
    const names = async (url: string) => (await rows(url + events)).map((row) => row.se_action);
    assert.deepEqual(
      [await names(plain), await names(varied)],
      [
        ['one', 'two'],
        ['two', 'one'],
      ],
    );
  },
  'late-results': async ({ varied }) => {
    await fetch(varied + event);
    assert.equal((await rows(varied + events)).length, 0, 'at once nothing is shown');
    const limit = performance.now() + 5_000;
    while ((await rows(varied + events)).length === 0) {
      assert.ok(performance.now() < limit, 'after 5 s it is still not shown');
      await delay(20);
    }
  },
  'other-pixels': async (both) => {
    for (const path of [page, event]) {
      const [ours, other] = await bodies(path, both);
      assert.ok(other.startsWith('47494638396101000100') && other !== ours, other);
    }
  },
  'closed-connections': async ({ plain, varied }) => {
    assert.deepEqual(await ended(varied + event), { told: true, closed: true });
    assert.equal((await ended(plain + event)).told, false);
  },
  'dropped-connections': async ({ varied }) => {
    assert.deepEqual(await ended(varied + event), { told: false, closed: true });
  },
  'escaped-text': async ({ plain, varied }) => {
    await fetch(`${plain}${page}&action_name=${encodeURIComponent('a < "b" & c')}`);
    const names = async (url: string) => (await rows(url + titles)).map(({ name }) => name);
    assert.deepEqual(await names(plain), ['a < "b" & c']);
    assert.deepEqual(await names(varied), ['a &lt; &quot;b&quot; &amp; c']);
  },
};
