import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type RecordedRequest, RecordingError } from '../recorded.ts';
import { parseLogLine, readAccessLog, type Unreadable } from './access-log.ts';
import { readHar } from './har.ts';
import { readNdjson } from './ndjson.ts';

export const inputFormats = ['ndjson', 'har', 'access-log'] as const;
export type InputFormat = (typeof inputFormats)[number];

/** One input that was opened; `requests` is read once, and `unreadable` is complete when it was. */
export interface Input {
  format: InputFormat;
  requests: AsyncIterable<RecordedRequest[]>;
  unreadable: Unreadable;
}

/** Bytes from which the format is told. */
const headLength = 64 * 1024;

/**
 * Opens one input.
 *
 * @param file path of a recording; `-` is standard input
 * @param format told from the content when not given
 * @param onBytes told how many bytes of the file were read, for a progress line
 * @throws RecordingError when the content has none of the formats, Error of `node:fs` when the file cannot be opened
 */
export async function openInput(
  file: string,
  format: InputFormat | undefined,
  onBytes: (bytes: number) => void,
): Promise<Input> {
  const source: AsyncIterable<Buffer> =
    file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1 << 19 });
  const { head, all } = await peek(counted(source, onBytes), headLength);
  const gzip = head[0] === 0x1f && head[1] === 0x8b;
  const plain = gzip ? await peek(gunzipped(all), headLength) : { head, all };
  const told = format ?? formatOf(plain.head, file);
  const unreadable = { lines: 0, first: 0 };
  return { format: told, unreadable, requests: reading(told, plain.all, unreadable) };
}

function reading(format: InputFormat, input: AsyncIterable<Buffer>, unreadable: Unreadable) {
  if (format === 'har') return readHar(input);
  return format === 'ndjson' ? readNdjson(input) : readAccessLog(input, unreadable);
}

/** The format of an input, told from how it begins. */
export function formatOf(head: Uint8Array, name: string): InputFormat {
  const text = Buffer.from(head)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  if (/^\s*\{\s*"log"\s*:\s*\{/.test(text)) return 'har';
  if (/^\s*(?:\{|$)/.test(text)) return 'ndjson';
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.slice(0, 100).some((line) => parseLogLine(line))) return 'access-log';
  throw new RecordingError(
    `${name} begins with ${JSON.stringify(text.trimStart().slice(0, 40))}: line 1 is no JSON, and none of an access log. ` +
      'Expected recorded requests (NDJSON), a HAR, or an access log in combined format',
  );
}

async function* counted(input: AsyncIterable<Buffer>, onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of input) {
    onBytes(chunk.length);
    yield chunk;
  }
}

/** The first bytes of a stream, and the whole stream. */
async function peek(
  input: AsyncGenerator<Buffer>,
  length: number,
): Promise<{ head: Buffer; all: AsyncGenerator<Buffer> }> {
  let head = Buffer.alloc(0);
  while (head.length < length) {
    const { value, done } = await input.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  async function* all(): AsyncGenerator<Buffer> {
    yield head;
    yield* input;
  }
  return { head, all: all() };
}

function gunzipped(input: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  // Its errors come out of the last stream, where they are awaited.
  return pipeline(Readable.from(input), createGunzip(), () => {})[Symbol.asyncIterator]() as AsyncGenerator<Buffer>;
}
