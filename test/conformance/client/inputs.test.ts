import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { parseLogLine, readAccessLog } from '../../../conformance/client/inputs/access-log.ts';
import { readHar } from '../../../conformance/client/inputs/har.ts';
import { formatOf, type InputFormat, openInput } from '../../../conformance/client/inputs/input.ts';
import { linesOf, longestLine } from '../../../conformance/client/inputs/lines.ts';
import { readNdjson } from '../../../conformance/client/inputs/ndjson.ts';
import { type RecordedRequest, RecordingError } from '../../../conformance/client/recorded.ts';

/** The bytes of a text in chunks of the given size, so that every place is once the edge of one. */
async function* chunks(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function all<T>(batches: AsyncIterable<T[]>): Promise<T[]> {
  const items: T[] = [];
  for await (const batch of batches) items.push(...batch);
  return items;
}

const sizes = [1, 2, 3, 7, 1000];

describe('lines', () => {
  it.each(sizes)('are split at line feeds only, in chunks of %i bytes', async (size) => {
    const lines = ['a', '', 'ü日本', 'x\u2028y', 'last'];
    expect(await all(linesOf(chunks(lines.join('\n'), size)))).toEqual(lines);
    expect(await all(linesOf(chunks('a\nb\n', size)))).toEqual(['a', 'b']);
  });

  it('are refused when one does not end', async () => {
    async function* endless(): AsyncGenerator<Buffer> {
      const chunk = Buffer.alloc(1 << 20, 'x');
      yield Buffer.from('first\n');
      while (true) yield chunk;
    }
    await expect(all(linesOf(endless()))).rejects.toThrow(`line 2 is longer than ${longestLine} bytes`);
  });
});

describe('NDJSON', () => {
  it.each(sizes)('is read in chunks of %i bytes', async (size) => {
    const text = '\uFEFF{"path":"/i","query":"e=pv"}\r\n\n{"path":"/j","body":"x\u2028y"}';
    const requests = await all(readNdjson(chunks(text, size)));
    expect(requests.map(({ path }) => path)).toEqual(['/i', '/j']);
    expect(new TextDecoder().decode(requests[1]?.body)).toBe('x\u2028y');
  });

  it('names the line that is none, blank lines counted', async () => {
    const reading = all(readNdjson(chunks('{"path":"/i"}\n\n\nnot json\n', 5)));
    await expect(reading).rejects.toThrow(RecordingError);
    await expect(all(readNdjson(chunks('{"path":"/i"}\n\n\nnot json\n', 5)))).rejects.toThrow('line 4 is no JSON');
  });
});

describe('an access log', () => {
  const combined =
    '192.0.2.7 - alex [20/Jan/2014:10:00:00 +0100] "GET /stats/piwik.php?idsite=1&rec=1 HTTP/1.1" 200 43 "http://shop.example/a" "Mozilla/5.0 (X11)"';

  it('in combined format has address, time, referrer and agent', () => {
    expect(parseLogLine(combined)).toMatchObject({
      method: 'GET',
      path: '/stats/piwik.php',
      query: 'idsite=1&rec=1',
      headers: { referer: 'http://shop.example/a', 'user-agent': 'Mozilla/5.0 (X11)' },
      address: '192.0.2.7',
      time: Date.UTC(2014, 0, 20, 9),
      bodyUnknown: false,
    });
  });

  it('in common format has neither referrer nor agent', () => {
    const line = '::1 - - [20/Jan/2014:10:00:00 +0000] "GET /i?e=pv HTTP/1.0" 404 -';
    expect(parseLogLine(line)).toMatchObject({ path: '/i', query: 'e=pv', headers: {}, address: '::1' });
  });

  it.each([
    [
      'a virtual host in front',
      `www.example.org:80 ${combined}`,
      { headers: { host: 'www.example.org:80' }, address: '192.0.2.7' },
    ],
    ['a user with blanks', combined.replace('alex', 'Alex B'), { path: '/stats/piwik.php' }],
    [
      'an absolute target',
      combined.replace('GET /', 'GET http://shop.example/'),
      { path: '/stats/piwik.php', query: 'idsite=1&rec=1' },
    ],
    ['no query', combined.replace('?idsite=1&rec=1', ''), { path: '/stats/piwik.php', query: '' }],
    ['escaped quotes', combined.replace('(X11)', '\\"x\\" \\\\'), { headers: { 'user-agent': 'Mozilla/5.0 "x" \\' } }],
    ['escaped bytes', combined.replace('rec=1', 'rec=\\xc3\\xa9\\x22'), { query: 'idsite=1&rec=é"' }],
    ['a raw blank in the target', combined.replace('rec=1', 'a=b c'), { query: 'idsite=1&a=b c' }],
    ['a POST', combined.replace('GET', 'POST'), { method: 'POST', bodyUnknown: true }],
    ['no request', combined.replace(/"GET[^"]*"/, '"-"'), { method: '', path: '' }],
    ['more fields at the end', `${combined} "192.0.2.8" 0.003`, { path: '/stats/piwik.php' }],
  ])('may have %s', (_, line, expected) => {
    expect(parseLogLine(line)).toMatchObject(expected);
  });

  it('has lines of other formats, which are counted', async () => {
    const unreadable = { lines: 0, first: 0 };
    const requests = await all(
      readAccessLog(chunks(`${combined}\n\nwhat is this\n${combined}\nand this`, 11), unreadable),
    );
    expect(requests).toHaveLength(2);
    expect(unreadable).toEqual({ lines: 2, first: 3 });
  });
});

describe('a HAR', () => {
  const entry = (request: object) => ({
    startedDateTime: '2014-01-20T10:00:00.000Z',
    request,
    response: { content: { text: '{"log":[' } },
  });
  const har = (...entries: object[]) => JSON.stringify({ log: { version: '1.2', entries } });
  const page = { method: 'GET', url: 'http://c.example/i?e=pv#top', headers: [{ name: 'User-Agent', value: 'x' }] };

  it.each(sizes)('is read in chunks of %i bytes', async (size) => {
    const posted = {
      method: 'POST',
      url: 'https://c.example//matomo.php',
      headers: [{ name: ':authority', value: 'c.example' }],
      postData: { mimeType: 'application/json', text: '{"requests":["?a=ü"]}' },
    };
    const [got, sent] = await all(readHar(chunks(`${har(entry(page), entry(posted))}\n`, size)));
    expect(got).toMatchObject({
      method: 'GET',
      path: '/i',
      query: 'e=pv',
      headers: { 'user-agent': 'x', host: 'c.example' },
      time: Date.UTC(2014, 0, 20, 10),
    });
    expect(sent).toMatchObject({ method: 'POST', path: '//matomo.php', query: '', headers: { host: 'c.example' } });
    expect(new TextDecoder().decode(sent?.body)).toBe('{"requests":["?a=ü"]}');
  });

  it('may hold a form as its fields, or a body as Base64', async () => {
    const form = { ...page, postData: { params: [{ name: 'a b', value: 'ü' }, { name: 'c' }] } };
    const encoded = { ...page, postData: { text: 'YT3/', encoding: 'base64' } };
    const bodies = (await all(readHar(chunks(har(entry(form), entry(encoded)), 1000)))).map(({ body }) =>
      Buffer.from(body),
    );
    expect(bodies.map((body) => body.toString('latin1'))).toEqual(['a+b=%C3%BC&c=', 'a=ÿ']);
  });

  it('says of a body it leaves out that it is not known', async () => {
    const beacon = { ...page, method: 'POST', headers: [{ name: 'Content-Length', value: '17' }] };
    const empty = { ...page, method: 'POST', bodySize: 0 };
    const requests = await all(readHar(chunks(har(entry(beacon), entry(empty)), 1000)));
    expect(requests.map(({ bodyUnknown }) => bodyUnknown ?? false)).toEqual([true, false]);
  });

  it.each([
    ['breaks off', har(entry(page), entry(page)).slice(0, -30), 'breaks off after 1 entries'],
    ['is no JSON', `{"log":{"entries":[${JSON.stringify(entry(page))},oops]}}`, 'is no JSON after entry 1'],
    ['has an entry without a request', har(entry(page), {}), 'entry 2 of the HAR has no "request"'],
    ['has a request without an address', har(entry({})), 'entry 1 of the HAR has no "request" with a "url"'],
  ])('that %s is refused', async (_, text, message) => {
    const reading = all(readHar(chunks(text, 10)));
    await expect(reading).rejects.toThrow(RecordingError);
    await expect(all(readHar(chunks(text, 10)))).rejects.toThrow(message);
  });
});

describe('the format', () => {
  it.each([
    ['{"log": {"version"', 'har'],
    ['\uFEFF\n { "log":{}}', 'har'],
    ['{"method":"GET"}\n', 'ndjson'],
    ['{"log":"x"}\n', 'ndjson'],
    ['', 'ndjson'],
    ['127.0.0.1 - - [20/Jan/2014:10:00:00 +0000] "GET / HTTP/1.1" 200 1\n', 'access-log'],
    ['# a comment\n127.0.0.1 - - [20/Jan/2014:10:00:00 +0000] "GET / HTTP/1.1" 200 1\n', 'access-log'],
  ] as [string, InputFormat][])('of %j is told', (text, format) => {
    expect(formatOf(Buffer.from(text), 'f')).toBe(format);
  });

  it.each(['hello', '<html>', '[{"method":"GET"}]'])('of %j is none', (text) => {
    expect(() => formatOf(Buffer.from(text), 'f.txt')).toThrow(/^f\.txt begins with .* line 1 is no JSON/);
  });
});

describe('a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beaconform-inputs-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const opened = async (path: string, format?: InputFormat): Promise<RecordedRequest[]> =>
    await all((await openInput(path, format, () => {})).requests);

  const lines = `${JSON.stringify({ path: '/i', query: 'e=pv' })}\n`.repeat(5000);

  it('is read plain and gzipped', async () => {
    const plain = file('a.ndjson', lines);
    expect(await opened(plain)).toHaveLength(5000);
    expect(await opened(file('a.ndjson.gz', gzipSync(lines)))).toEqual(await opened(plain));
  });

  it('that breaks off in its compression is refused', async () => {
    await expect(opened(file('cut.gz', gzipSync(lines).subarray(0, 100)))).rejects.toThrow('unexpected end of file');
  });

  it('counts its bytes', async () => {
    let read = 0;
    const input = await openInput(file('b.ndjson', lines), undefined, (bytes) => {
      read += bytes;
    });
    await all(input.requests);
    expect(read).toBe(Buffer.byteLength(lines));
  });

  it('that is not there is refused', async () => {
    await expect(openInput(join(folder, 'none'), undefined, () => {})).rejects.toThrow('ENOENT');
  });
});
