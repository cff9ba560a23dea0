export interface Limits {
  maxRequests?: number | undefined;
  maxSeconds?: number | undefined;
}

/** Sending new cases, repeating and shrinking failures, and reading back, which ends last. */
export type Phase = 'sending' | 'shrinking' | 'reading';

/** By which share of --max-seconds a phase ends: something is kept for those after it. */
const shares: Readonly<Record<Phase, number>> = { sending: 0.75, shrinking: 0.9, reading: 1 };

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
    if (this.#spent + requests > maxRequests || this.left('reading') <= 0) {
      this.#refused = true;
      return false;
    }
    this.#spent += requests;
    return true;
  }

  /** Gives back requests that were reserved and not sent. */
  release(requests: number): void {
    this.#spent -= requests;
  }

  /** Milliseconds left for a phase of the run. */
  left(phase: Phase): number {
    const { maxSeconds } = this.#limits;
    if (maxSeconds === undefined) return Number.POSITIVE_INFINITY;
    const left = this.#startedAt + maxSeconds * 1000 * shares[phase] - performance.now();
    if (left <= 0 && phase === 'sending') this.#refused = true;
    return left;
  }
}
