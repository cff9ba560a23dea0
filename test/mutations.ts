/**
 * `npm run mutations -- 200000 [seed]`: byte-level mutations of valid requests and bulk bodies, over HTTP, against the
 * server in a process of its own. No answer of 5xx, no hang, no exit.
 */
import { connect } from 'node:net';
import fc from 'fast-check';
import { protocols } from '../generated/index.ts';
import { serve } from './contract/command.ts';

const [count = 10_000, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
const limitMs = 10_000;

/** Valid requests of both protocols: every parameter of the documents once, and bulk bodies of them. */
function validRequests(): Buffer[] {
  const pairs = (protocol: 'piwik' | 'snowplow', version: string) =>
    Object.values(protocols[protocol][version]?.parameters ?? {}).map(
      ({ name, examples }) => `${name}=${examples[0]?.wire}`,
    );
  const piwik = pairs('piwik', '2.0');
  const queries = [
    ...chunks(pairs('snowplow', '2014-01'), 12).map((part) => `/i?e=se&p=web&${part.join('&')}`),
    ...chunks(piwik, 12).map((part) => `/piwik.php?idsite=1&rec=1&${part.join('&')}`),
  ];
  const gets = queries.map((path) => request('GET', path, ''));
  const entries = chunks(piwik, 8).map((part) => `?idsite=1&rec=1&${part.join('&')}`);
  const bulk = JSON.stringify({ requests: entries, token_auth: '0123456789abcdef0123456789abcdef' });
  const objects = JSON.stringify({ requests: [{ idsite: 1, rec: 1, url: 'http://example.org/' }], token_auth: 'x' });
  const form = 'idsite=1&rec=1&url=http%3A%2F%2Fexample.org%2F&cvar=%7B%221%22%3A%5B%22a%22%2C%22b%22%5D%7D';
  return [...gets, ...[bulk, objects, form].map((body) => request('POST', '/piwik.php', body))];
}

function request(method: string, path: string, body: string): Buffer {
  const type = body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded';
  const length = body === '' ? '' : `Content-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`;
  return Buffer.from(
    `${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: mutations\r\n${length}Connection: close\r\n\r\n${body}`,
  );
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

// Mostly printable bytes: any other makes the request no HTTP, and it never comes as far as the trackers.
const put = fc.oneof(
  { weight: 9, arbitrary: fc.uint8Array({ min: 0x21, max: 0x7e, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 4 }) },
);
const mutation = fc.record({ at: fc.nat(1_000_000), cut: fc.nat(4), bytes: put });
const mutated = fc
  .tuple(fc.constantFrom(...validRequests()), fc.array(mutation, { minLength: 1, maxLength: 4 }))
  .map(([whole, mutations]) =>
    mutations.reduce((bytes, { at, cut, bytes: inserted }) => {
      const place = Math.floor((at / 1_000_000) * bytes.length);
      return Buffer.concat([bytes.subarray(0, place), inserted, bytes.subarray(place + cut)]);
    }, whole),
  );

/** The status of the answer, `closed` when the server closed without one, `hang` when neither came in time. */
function answerTo(port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    let text = '';
    socket.setTimeout(limitMs, () => {
      resolve('hang');
      socket.destroy();
    });
    socket.on('data', (data) => {
      text += data.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 'closed'));
  });
}

const server = await serve('--database', ':memory:', '--token', '0123456789abcdef0123456789abcdef');
const port = Number(new URL(server.url).port);
const seen = new Map<string, number>();
const wrong: string[] = [];
for (let done = 0; done < count; done += 2000) {
  const requests = fc.sample(mutated, { seed: seed + done, numRuns: Math.min(2000, count - done) });
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < requests.length) {
      const bytes = requests[next++] as Buffer;
      const outcome = await answerTo(port, bytes);
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      if ((outcome.startsWith('5') || outcome === 'hang') && wrong.length < 10)
        wrong.push(`${outcome}: ${JSON.stringify(bytes.toString('latin1'))}`);
    }
  };
  await Promise.all(Array.from({ length: 32 }, lane));
}
const alive = server.child.exitCode === null;
const code = await server.stop();
process.stdout.write(
  `${count} mutations, seed ${seed}: ${JSON.stringify(Object.fromEntries([...seen].sort()))}; the server lived: ${alive}, ended with ${code}\n`,
);
for (const line of wrong) process.stdout.write(`${line}\n`);
process.exitCode = wrong.length > 0 || !alive || code !== 0 ? 1 : 0;
