import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { formatOf, type InputFormat, openInput } from '../../../../conformance/client/inputs/input.ts';
import type { RecordedRequest } from '../../../../conformance/client/recorded.ts';
import { all } from './chunks.ts';

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
