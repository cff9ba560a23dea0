import type { JudgedRequest } from './finding.ts';
import { type InputFormat, openInput } from './inputs/input.ts';
import { type JudgeOptions, JudgeStream } from './session/judge-stream.ts';

/** Counts over all recordings: a hit violates when it breaks a MUST that binds clients. */
export interface CheckSummary {
  requests: number;
  hits: number;
  conformant: number;
  violating: number;
}

export interface CheckOptions extends JudgeOptions {
  /** Told from the content of each file when not given. */
  format?: InputFormat | undefined;
}

/** Requests that wait for those after them, so that what these tell can be said. */
const lookAhead = 64;

/**
 * Judges recordings in the order given. Memory stays the same, however long they are: some requests wait for those
 * after them, and the state of a judge is bounded.
 */
export class Check {
  readonly #options: CheckOptions;
  readonly #stream: JudgeStream;
  readonly #notes: string[] = [];
  #bytes = 0;
  #index = 0;

  constructor(options: CheckOptions = {}) {
    this.#options = options;
    this.#stream = new JudgeStream(options);
  }

  /** Bytes of the files read so far, compressed ones as they are. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Sentences about what could not be judged; complete at the end. */
  get notes(): string[] {
    return [...this.#notes, ...this.#stream.notes];
  }

  /**
   * @param files paths of recordings; `-` is standard input
   * @throws RecordingError when an input cannot be read, Error of `node:fs` when a file cannot be opened
   */
  async *judge(files: readonly string[]): AsyncGenerator<JudgedRequest[]> {
    for (const file of files) {
      const input = await openInput(file, this.#options.format, (bytes) => {
        this.#bytes += bytes;
      });
      // A HAR is one session of one browser, and no other file goes on with it.
      const stream = input.format === 'har' ? new JudgeStream({ ...this.#options, oneClient: true }) : this.#stream;
      const waiting: JudgedRequest[] = [];
      for await (const requests of input.requests) {
        for (const request of requests) {
          waiting.push(stream.judge(request, this.#index));
          this.#index += 1;
        }
        if (waiting.length > lookAhead) yield settled(stream, waiting.splice(0, waiting.length - lookAhead));
      }
      yield settled(stream, waiting);
      const { lines, first } = input.unreadable;
      if (lines > 0) this.#notes.push(`${file}: ${lines} lines are none of an access log, the first is line ${first}.`);
    }
  }
}

function settled(stream: JudgeStream, requests: JudgedRequest[]): JudgedRequest[] {
  for (const request of requests) stream.settle(request);
  return requests;
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
