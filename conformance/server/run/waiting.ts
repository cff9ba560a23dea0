/** The longest wait for anything stored, in milliseconds. */
export const fullLimit = 10_000;

/** How long stored results are waited for; follows what the canary measured. All times in milliseconds. */
export class Waiting {
  /** Whether a hit sent after each batch can be awaited; without a canary it cannot. */
  readonly sentinel: boolean;
  /** For that hit. */
  readonly limit: number;
  /** After it was found, for rows of one repeated case that are still missing. */
  readonly repeatGrace: number;
  #batchGrace: number;

  /**
   * Generous factors: a loaded target answers the canary, which is alone, sooner than a batch.
   *
   * @param canaryDelay undefined for a target that has just shown that it stores nothing
   * @param patience the longest wait for anything
   */
  constructor(canaryDelay: number | undefined, patience = fullLimit) {
    this.sentinel = canaryDelay !== undefined;
    const delay = canaryDelay ?? 0;
    this.limit = Math.min(this.sentinel ? clamp(5 * delay, 500, fullLimit) : 100, patience);
    this.repeatGrace = Math.min(delay, 2_000);
    this.#batchGrace = this.limit;
  }

  /** The same for the rows of a whole batch. */
  get batchGrace(): number {
    return this.#batchGrace;
  }

  /** A target that fails in every batch must not be waited for in every batch: useless waits get shorter. */
  learn(rowsCameLate: boolean): void {
    this.#batchGrace = rowsCameLate
      ? this.limit
      : Math.max(this.#batchGrace / 2, 2 * this.repeatGrace, Math.min(20, this.limit));
  }
}

function clamp(value: number, floor: number, ceiling: number): number {
  return Math.min(Math.max(value, floor), ceiling);
}
