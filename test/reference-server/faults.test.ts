import { describe, expect, it } from 'vitest';
import { editions, tables } from '../../reference-server/editions.ts';
import { faults } from '../../reference-server/faults/index.ts';
import { snowplowFaults } from '../../reference-server/faults/snowplow/index.ts';
import { settingsOf } from '../../reference-server/settings/read.ts';
import { createCollector } from '../../reference-server/snowplow/collector.ts';
import { type SnowplowParts, soundParts } from '../../reference-server/snowplow/parts.ts';
import { openStore } from '../../reference-server/storage/open.ts';
import { type Probe, probes, probesOf } from './collector-probes.ts';
import { running } from './running.ts';

const settings = settingsOf({}, 'token-of-the-super-user');
const now = Date.UTC(2014, 0, 20, 10);

/** Everything the outside can see of a collector after the probes, save what is random. */
function trace(parts: SnowplowParts, sent: readonly Probe[]): string {
  const store = openStore(':memory:', tables);
  const collect = createCollector(editions.snowplow, { store, settings, parts });
  const answers = sent.map(([query, headers]) => {
    const request = { method: 'GET', path: '/i', query, headers, body: new Uint8Array(), address: '198.51.100.1', now };
    const { status, headers: told, body } = collect(request);
    return [status, Buffer.from(body).toString('hex'), told['Content-Type'], /sp=mine;/.test(told['Set-Cookie'] ?? '')];
  });
  const bad = store.prepare('SELECT * FROM bad').all();
  const known = store
    .prepare('SELECT * FROM events')
    .all()
    .map((row) => {
      const drawn = typeof row.network_userid === 'string' && row.network_userid.length === 36;
      const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-4/.test(String(row.event_id)) ? 'drawn' : row.event_id;
      return { ...row, event_id: shape, network_userid: drawn ? 'drawn' : row.network_userid };
    });
  store.close();
  return JSON.stringify({ answers, known, bad });
}

const soundTraces = new Map<string, string>();

/** What a sound collector shows of the probes and those of one parameter. */
function soundTrace(name: string): string {
  const before = soundTraces.get(name);
  if (before !== undefined) return before;
  const found = trace(soundParts, [...probes, ...probesOf(name)]);
  soundTraces.set(name, found);
  return found;
}

describe('faults', () => {
  it('have ids of their own, and name a requirement of the server', () => {
    expect(new Set(faults.map(({ id }) => id)).size).toBe(faults.length);
    for (const { id, requirement, description } of faults) {
      const [protocol] = id.split('.') as ['piwik' | 'snowplow'];
      const found = editions[protocol].requirements[requirement];
      expect(found?.binds, `${id} breaks ${requirement}`).toMatch(/^(server|both)$/);
      expect(description).toMatch(/\.$/);
    }
  });

  it('are refused when unknown, and the near ones are named', async () => {
    await expect(running({ faults: ['snowplow.dimensions.x'] })).rejects.toThrow('snowplow.dimensions.height-first');
  });

  it('are probed by events that leave the same each time', () => {
    expect(trace(soundParts, probes)).toBe(trace(soundParts, probes));
  });

  it.each(snowplowFaults)('$id shows from outside', ({ id, apply }) => {
    const [, name = ''] = id.split('.');
    expect(trace(apply(soundParts), [...probes, ...probesOf(name)])).not.toBe(soundTrace(name));
  });
});
