/** `node bench/check.ts [megabytes]`: throughput and memory of `beaconform check`, in this one process. */
import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'node:querystring';
import { createInterface } from 'node:readline';
import { Check } from '../conformance/client/check.ts';
import { ReportFile } from '../conformance/client/report-file.ts';
import { TextReport } from '../conformance/client/text-report.ts';
import { piwikHit, snowplowHit } from './hits.ts';
import { holds, type Row, rounded, table } from './row.ts';

const headers = {
  host: 'stats.example.org',
  connection: 'keep-alive',
  'user-agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/32.0.1700.77 Safari/537.36',
  'accept-language': 'en-GB,en;q=0.8',
  accept: 'image/webp,*/*;q=0.8',
  referer: 'http://shop.example.com/pages/1',
  'accept-encoding': 'gzip, deflate',
};

/** Writes a recording of that size, both protocols in turn; returns the hits it holds. */
async function writeRecording(file: string, bytes: number): Promise<number> {
  const output = createWriteStream(file);
  let [hits, written] = [0, 0];
  while (written < bytes) {
    const [path, query] = (hits % 2 ? piwikHit : snowplowHit)(hits).split('?');
    const line = `${JSON.stringify({ method: 'GET', path, query, headers, body: null })}\n`;
    hits += 1;
    written += line.length;
    if (!output.write(line)) await once(output, 'drain');
  }
  output.end();
  await once(output, 'close');
  return hits;
}

interface Checked {
  hitsPerSecond: number;
  cpuSeconds: number;
  /** Resident memory in bytes: the most after each tenth of the file. */
  resident: number[];
}

/** What `beaconform check FILE --report json=REPORT` does. */
async function check(file: string, report: string, size: number): Promise<Checked> {
  const text = new TextReport();
  const written = await ReportFile.open(report);
  const run = new Check();
  const resident: number[] = [];
  const cpu = process.cpuUsage();
  const started = performance.now();
  for await (const requests of run.judge([file])) {
    text.add(requests);
    await written.write(requests);
    const tenth = Math.min(9, Math.floor((run.bytes / size) * 10));
    resident[tenth] = Math.max(resident[tenth] ?? 0, process.memoryUsage.rss());
  }
  await written.close(text.summary, run.notes);
  const seconds = (performance.now() - started) / 1000;
  if (text.summary.violating > 0)
    throw new Error('the hits of the benchmark violate the spec: their judge does more than usual');
  const { user, system } = process.cpuUsage(cpu);
  return { hitsPerSecond: text.summary.hits / seconds, cpuSeconds: (user + system) / 1e6, resident };
}

/** The least one could do with the same file: parse each line and its query, and judge nothing. */
async function bareParsing(file: string): Promise<number> {
  let hits = 0;
  const started = performance.now();
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { query } = JSON.parse(line) as { query: string };
    if (parse(query).idsite !== '') hits += 1;
  }
  return hits / ((performance.now() - started) / 1000);
}

/** Throughput of a check and the memory it takes. */
export async function checking(megabytes: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'beaconform-bench-'));
  const file = join(folder, 'recording.ndjson');
  try {
    const hits = await writeRecording(file, megabytes * 1e6);
    const bare = await bareParsing(file);
    const { size: bytes } = statSync(file);
    const { hitsPerSecond, cpuSeconds, resident } = await check(file, join(folder, 'report.json'), bytes);
    const size = `${rounded(bytes / 1e6)} MB, ${rounded(hits)} hits`;
    const [early = 0, late = 0] = [resident[1], resident.at(-1)];
    return [
      {
        what: 'check: hits/s, verdicts written to a report',
        measured: hitsPerSecond,
        unit: 'hits/s',
        bar: { at: 'least', value: 25_000 },
        calibration: `${rounded(bare)} hits/s when lines and queries are only parsed; ${rounded(hits / cpuSeconds)} hits per second of CPU; ${size}`,
      },
      {
        what: 'check: memory in the last tenth of the recording ÷ in the second',
        measured: late / early,
        unit: '',
        bar: { at: 'most', value: 1.2 },
        calibration: `${rounded(late / 1e6)} against ${rounded(early / 1e6)} MB; ${size}`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  const rows = await checking(Number(process.argv[2] ?? 400));
  process.stdout.write(`${table(rows)}\n`);
  process.exitCode = rows.every(holds) ? 0 : 1;
}
