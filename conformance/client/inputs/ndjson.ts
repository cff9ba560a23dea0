import { type RecordedRequest, readRecordedLine } from '../recorded.ts';
import { linesOf } from './lines.ts';

/**
 * Recorded requests, one JSON object a line; blank lines are skipped.
 *
 * @throws RecordingError at a line that is no recorded request, with its number
 */
export async function* readNdjson(input: AsyncIterable<Uint8Array>): AsyncGenerator<RecordedRequest[]> {
  let number = 0;
  for await (const lines of linesOf(input)) {
    const requests: RecordedRequest[] = [];
    for (const line of lines) {
      number += 1;
      const text = number === 1 && line.startsWith('\uFEFF') ? line.slice(1) : line;
      if (text.trim() !== '') requests.push(readRecordedLine(text, number));
    }
    yield requests;
  }
}
