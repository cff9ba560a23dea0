import { RecordingError } from '../recorded.ts';

/** Longer lines are refused: no request is as long, and memory must not grow with its input. */
export const longestLine = 64 * 1024 * 1024;

/**
 * The lines of a stream of UTF-8 bytes, in groups as they arrive. Split at line feeds only: `node:readline` also splits
 * at U+2028, which may stand in JSON.
 *
 * @throws RecordingError when a line is longer than {@link longestLine}
 */
export async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string[]> {
  let rest: Buffer[] = [];
  let restLength = 0;
  let count = 0;
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const lastFeed = bytes.lastIndexOf(0x0a);
    if (lastFeed < 0) {
      rest.push(bytes);
      restLength += bytes.length;
      if (restLength > longestLine) {
        throw new RecordingError(`line ${count + 1} is longer than ${longestLine} bytes: expected one request a line`);
      }
      continue;
    }
    const lines = Buffer.concat([...rest, bytes.subarray(0, lastFeed)])
      .toString('utf8')
      .split('\n');
    count += lines.length;
    rest = [bytes.subarray(lastFeed + 1)];
    restLength = bytes.length - lastFeed - 1;
    yield lines;
  }
  if (restLength > 0) yield [Buffer.concat(rest).toString('utf8')];
}
