import type { ProtocolName } from '../../../generated/model.ts';
import { piwikHits, snowplowHits } from '../../../wire/hits.ts';
import type { Finding, JudgedRequest } from '../finding.ts';
import { valuesOf } from '../hit.ts';
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

interface Tracked {
  request: RecordedRequest;
  judged: JudgedRequest;
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
    this.#tracked.push({ request, judged: this.#stream.judge(request) });
  }

  /** Every request, also those that carry no hit. */
  get requests(): readonly RecordedRequest[] {
    return this.#tracked.map(({ request }) => request);
  }

  /** Every hit, in the order in which they came. */
  get hits(): readonly TrackedHit[] {
    return this.#tracked.flatMap(({ request, judged }) => trackedHits(request, judged));
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

/** The hits of one request with their verdicts; an entry of a bulk body that cannot be read has no parameters. */
export function trackedHits(request: RecordedRequest, judged: JudgedRequest): TrackedHit[] {
  const read = judged.hits[0]?.protocol === 'snowplow' ? snowplowHits(request) : piwikHits(request);
  return judged.hits.map(({ protocol, version, conformant, findings }, at) => {
    const hit = read.hits[at];
    const parameters = hit?.kind === 'pairs' ? Object.fromEntries(valuesOf(hit.pairs)) : {};
    return { protocol, version, parameters, conformant, findings, request };
  });
}
