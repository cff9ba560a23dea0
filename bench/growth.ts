import { startMeasured } from './child.ts';
import { piwikHit, snowplowHit } from './hits.ts';
import { load } from './load.ts';
import { type Row, rounded } from './row.ts';

const reference = new URL('reference-server.ts', import.meta.url);
const sample = 10_000;

/**
 * Cost of a hit late against early, and memory, over one long load of both protocols in turn.
 *
 * @param total hits to store in all; the bars are for 1,000,000
 */
export async function growth(database: string, total: number): Promise<Row[]> {
  const server = await startMeasured(reference, `${database}-growth.db`);
  let sent = 0;
  const send = async (hits: number): Promise<number> => {
    const [from, before] = [sent, await server.usage()];
    await load(server.url, hits, (n) => ((from + n) % 2 ? piwikHit : snowplowHit)(from + n));
    sent += hits;
    return (((await server.usage()).cpuSeconds - before.cpuSeconds) / hits) * 1e6;
  };
  await send(sample);
  const early = await send(sample);
  await send(total / 2 - sent);
  const resident = (await server.usage()).residentBytes / 1e6;
  await send(total - sent);
  const late = await send(sample);
  await server.stop();
  return [
    {
      what: `cost of a hit with ${total.toLocaleString('en')} stored ÷ with ${sample.toLocaleString('en')}`,
      measured: late / early,
      unit: '',
      bar: { at: 'most', value: 1.3 },
      calibration: `${rounded(late)} against ${rounded(early)} µs of server CPU a hit`,
    },
    {
      what: `memory after ${(total / 2).toLocaleString('en')} hits`,
      measured: resident,
      unit: 'MB',
      bar: { at: 'most', value: 200 },
      calibration: 'resident set of the server process',
    },
  ];
}
