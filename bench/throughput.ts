import { startMeasured } from './child.ts';
import { piwikHit, snowplowHit } from './hits.ts';
import { load } from './load.ts';
import { type Row, rounded } from './row.ts';

const bare = new URL('bare-server.ts', import.meta.url);
const reference = new URL('reference-server.ts', import.meta.url);

interface Measured {
  hitsPerSecond: number;
  cpuMicrosPerHit: number;
}

/** Committed hits a second of the reference server, divided by those of a bare server under the same load. */
export async function throughput(database: string, hits: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [protocol, hit, least] of [
    ['Snowplow', snowplowHit, 0.6],
    ['Piwik', piwikHit, 0.4],
  ] as const) {
    // In turn, twice, and the better of each: what else the machine does then weighs less.
    const pairs: [Measured, Measured][] = [];
    for (let round = 0; round < 2; round += 1) {
      pairs.push([
        await measure(bare, hits, hit),
        await measure(reference, hits, hit, `${database}-${protocol}-${round}.db`),
      ]);
    }
    const best = (side: 0 | 1) =>
      pairs.map((pair) => pair[side]).reduce((a, b) => (a.hitsPerSecond > b.hitsPerSecond ? a : b));
    const [plain, full] = [best(0), best(1)];
    rows.push({
      what: `${protocol}: committed hits/s ÷ bare node:http server`,
      measured: full.hitsPerSecond / plain.hitsPerSecond,
      unit: '',
      bar: { at: 'least', value: least },
      calibration: `${rounded(full.hitsPerSecond)} against ${rounded(plain.hitsPerSecond)} hits/s; server CPU ${rounded(full.cpuMicrosPerHit)} against ${rounded(plain.cpuMicrosPerHit)} µs a hit`,
    });
  }
  return rows;
}

async function measure(script: URL, hits: number, hit: (n: number) => string, ...args: string[]): Promise<Measured> {
  const server = await startMeasured(script, ...args);
  await load(server.url, Math.ceil(hits / 10), (n) => hit(1_000_000 + n));
  const before = await server.usage();
  const { hitsPerSecond } = await load(server.url, hits, hit);
  const after = await server.usage();
  await server.stop();
  return { hitsPerSecond, cpuMicrosPerHit: ((after.cpuSeconds - before.cpuSeconds) / hits) * 1e6 };
}
