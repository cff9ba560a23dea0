import type { ProtocolName } from '../../../generated/model.ts';
import type { Finding, JudgedRequest } from '../finding.ts';
import type { ReadHit } from '../hit.ts';
import type { RecordedRequest } from '../recorded.ts';
import { type JudgeOptions, JudgeStream } from '../session/judge-stream.ts';

/** One set of parameters that a client sent, and what was found on it. */
export interface TrackedHit {
  protocol: ProtocolName;
  version: string;
  /** Decoded text of each parameter, by the name it was sent under. */
  parameters: Readonly<Record<string, string>>;
  /** No violation. */
  conformant: boolean;
  findings: readonly Finding[];
  /** The request it came in; several hits may share one. */
  request: RecordedRequest;
}

/** One request with its verdict and its hits as they were read. */
export interface Tracked {
  request: RecordedRequest;
  judged: JudgedRequest;
  read: readonly (ReadHit | undefined)[];
}

/** What a client under test has sent so far. */
export class Tracking {
  readonly #options: JudgeOptions;
  #stream: JudgeStream;
  #tracked: Tracked[] = [];

  /** @param options protocol and version when they shall not be told from the requests */
  constructor(options: JudgeOptions = {}) {
    this.#options = options;
    this.#stream = new JudgeStream(options);
  }

  /** Judges a request and keeps it. */
  record(request: RecordedRequest): void {
    this.#tracked.push({ request, ...this.#stream.judgeAndRead(request) });
  }

  /** Every request, also those that carry no hit. */
  get requests(): readonly RecordedRequest[] {
    return this.#tracked.map(({ request }) => request);
  }

  /** Every hit, in the order in which they came. */
  get hits(): readonly TrackedHit[] {
    return this.#tracked.flatMap(trackedHits);
  }

  /** Why requests carry no hit, each reason once. */
  get reasons(): readonly string[] {
    return [...new Set(this.#tracked.flatMap(({ judged }) => judged.reason ?? []))];
  }

  /** Adds what only later requests can tell, such as an item whose transaction never came; for when all was sent. */
  settle(): void {
    for (const { judged } of this.#tracked) this.#stream.settle(judged);
  }

  /** Forgets what was sent, for the next test. */
  clear(): void {
    this.#tracked = [];
    this.#stream = new JudgeStream(this.#options);
  }
}

/** The hits of one request with their verdicts; an entry of a body that cannot be read has no parameters. */
export function trackedHits({ request, judged, read }: Tracked): TrackedHit[] {
  return judged.hits.map(({ protocol, version, conformant, findings }, at) => {
    const parameters = Object.fromEntries(read[at]?.values ?? []);
    return { protocol, version, parameters, conformant, findings, request };
  });
}
