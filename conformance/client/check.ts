import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { JudgedRequest } from './finding.ts';
import { judgeRequest } from './judge.ts';
import { readRecordedLine } from './recorded.ts';
import type { ProtocolChoice } from './version.ts';

/** Counts over all recordings: a hit violates when it breaks a MUST that binds clients. */
export interface CheckSummary {
  requests: number;
  hits: number;
  conformant: number;
  violating: number;
}

/**
 * Judges recordings line by line, in the order given; one line is held at a time.
 *
 * @param files paths of NDJSON recordings; `-` is standard input
 * @throws RecordingError when a line cannot be read, Error of `node:fs` when a file cannot be opened
 */
export async function* checkRecordings(
  files: readonly string[],
  choice: ProtocolChoice,
): AsyncGenerator<JudgedRequest> {
  let index = 0;
  for (const file of files) {
    const input = file === '-' ? process.stdin : createReadStream(file);
    let number = 0;
    for await (const line of linesOf(input)) {
      number += 1;
      if (line.trim() === '') continue;
      yield judgeRequest(readRecordedLine(line, number), index, choice);
      index += 1;
    }
  }
}

/** `readline` swallows the error of a file that cannot be opened, so it is passed on by hand. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  let failure: unknown;
  input.once('error', (error) => {
    failure = error;
    lines.close();
  });
  yield* lines;
  if (failure) throw failure;
}

/** Adds one request to the counts. */
export function count(summary: CheckSummary, request: JudgedRequest): void {
  summary.requests += 1;
  summary.hits += request.hits.length;
  for (const hit of request.hits) {
    if (hit.conformant) summary.conformant += 1;
    else summary.violating += 1;
  }
}
