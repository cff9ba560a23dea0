export interface Limits {
  maxRequests?: number | undefined;
  maxSeconds?: number | undefined;
}

// What is kept of --max-seconds for reading back and for shrinking after the last batch.
const sendingShare = 0.75;
const shrinkingShare = 0.95;

/** What a run may still spend. Both limits are hard: nothing is sent past them. */
export class Budget {
  readonly #startedAt: number;
  readonly #limits: Limits;
  #spent = 0;
  #refused = false;

  constructor(limits: Limits, now: number = performance.now()) {
    this.#limits = limits;
    this.#startedAt = now;
  }

  /** Requests sent so far. */
  get requestsSent(): number {
    return this.#spent;
  }

  /** True once something was not sent for want of requests or of time. */
  get cutShort(): boolean {
    return this.#refused;
  }

  /** Reserves requests; all or none. */
  take(requests: number): boolean {
    const { maxRequests = Number.POSITIVE_INFINITY } = this.#limits;
    if (this.#spent + requests > maxRequests || this.#left(1) <= 0) {
      this.#refused = true;
      return false;
    }
    this.#spent += requests;
    return true;
  }

  /** Milliseconds left for sending new cases. */
  sendingLeft(): number {
    const left = this.#left(sendingShare);
    if (left <= 0) this.#refused = true;
    return left;
  }

  /** Milliseconds left for repeating and shrinking failures. */
  shrinkingLeft(): number {
    return this.#left(shrinkingShare);
  }

  /** Milliseconds left for reading back. */
  readingLeft(): number {
    return this.#left(1);
  }

  #left(share: number): number {
    const { maxSeconds } = this.#limits;
    if (maxSeconds === undefined) return Number.POSITIVE_INFINITY;
    return this.#startedAt + maxSeconds * 1000 * share - performance.now();
  }
}
