import type { JudgedRequest } from '../finding.ts';
import type { LiveRequest } from '../live/event.ts';
import { liveRequest } from '../live/live-request.ts';
import type { RecordedRequest } from '../recorded.ts';
import { type JudgeOptions, JudgeStream } from '../session/judge-stream.ts';
import type { Tracked } from '../tracking/tracking.ts';

/** Requests the live page shows to who opens it later. */
export const keptRequests = 1000;
/** Milliseconds after which what only later requests could tell is said. */
const settleAfter = 2000;

export interface RecorderOptions extends JudgeOptions {
  /** Told of each request once, when its verdict will not change any more, in the order of arrival. */
  onSettled(judged: JudgedRequest): void;
  /** Told of each request when it came, and again when its verdict changed. */
  onLive(request: LiveRequest): void;
}

interface Open {
  tracked: Tracked;
  timer: NodeJS.Timeout;
}

/** Judges requests as they arrive, and keeps the last of them for the live page. */
export class Recorder {
  readonly #options: RecorderOptions;
  readonly #stream: JudgeStream;
  readonly #open: Open[] = [];
  #kept: LiveRequest[] = [];

  constructor(options: RecorderOptions) {
    this.#options = options;
    this.#stream = new JudgeStream(options);
  }

  /** The last requests, oldest first. */
  get kept(): readonly LiveRequest[] {
    return this.#kept;
  }

  /** Sentences about what could not be judged. */
  get notes(): string[] {
    return this.#stream.notes;
  }

  record(request: RecordedRequest): void {
    const tracked = { request, ...this.#stream.judgeAndRead(request) };
    const timer = setTimeout(() => this.#settleUntil(tracked), settleAfter);
    timer.unref();
    this.#open.push({ tracked, timer });
    const tooMany = this.#open.length > keptRequests ? this.#open[0] : undefined;
    if (tooMany) this.#settleUntil(tooMany.tracked);
    this.#show(liveRequest(tracked));
  }

  /** Settles everything at once, since nothing more will come. */
  close(): void {
    const last = this.#open.at(-1);
    if (last) this.#settleUntil(last.tracked);
  }

  #settleUntil(last: Tracked): void {
    while (this.#open.length > 0) {
      const { tracked, timer } = this.#open.shift() as Open;
      clearTimeout(timer);
      if (this.#stream.settle(tracked.judged)) this.#show(liveRequest(tracked));
      this.#options.onSettled(tracked.judged);
      if (tracked === last) return;
    }
  }

  #show(live: LiveRequest): void {
    const isNew = live.id > (this.#kept.at(-1)?.id ?? -1);
    if (isNew) this.#kept.push(live);
    else this.#kept = this.#kept.map((kept) => (kept.id === live.id ? live : kept));
    // Cut now and then and not with each request: the list is moved as a whole.
    if (this.#kept.length >= 2 * keptRequests) this.#kept = this.#kept.slice(-keptRequests);
    this.#options.onLive(live);
  }
}
