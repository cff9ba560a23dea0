import type { CheckResult, LedgerAnswer, Report } from '../../../../generated/files/report.ts';
import type { Progress } from '../../run/progress.ts';
import type { StreamLine } from './line.ts';

export interface StreamOptions {
  /** Gets each line with its line feed. A line must be out before the next: an interruption leaves what was written. */
  write(line: string): void;
  /** Milliseconds, of any beginning. */
  clock?: () => number;
}

// Standings are written less often the longer a run takes, so that the file grows with its checks, not its length.
const leastPause = 1_000;
const pauseShare = 0.1;

/** A line for each check as soon as it is finished, and between batches for each whose standing changed. */
export class ResultStream {
  readonly #write: StreamOptions['write'];
  readonly #clock: () => number;
  readonly #startedAt: number;
  readonly #written = new Map<string, string>();
  readonly #requests = new Map<string, number>();
  readonly #answers = new Map<string, readonly LedgerAnswer[]>();
  #nextStanding = 0;

  constructor({ write, clock = () => performance.now() }: StreamOptions) {
    this.#write = write;
    this.#clock = clock;
    this.#startedAt = clock();
  }

  onProgress(event: Progress): void {
    if (event.event === 'start') this.#put({ line: 'run', run: event.run });
    if (event.event === 'problem') this.#put({ line: 'problem', reason: event.reason });
    if (event.event === 'standing') this.#putStanding(event);
    if (event.event === 'check') this.#putCheck(event.check, true);
  }

  /** Closes the stream of a run that came to its end. */
  end({ checks, ...report }: Report): void {
    // Expected failures are applied to the whole, so a check may end otherwise than it was told.
    for (const check of checks) this.#putCheck(check, true);
    this.#put({ line: 'end', report, checks: checks.map(({ id }) => id) });
  }

  #put(line: StreamLine): void {
    this.#write(`${JSON.stringify(line)}\n`);
  }

  #putCheck(check: CheckResult, final: boolean): void {
    const text = JSON.stringify([final, check]);
    if (this.#written.get(check.id) === text) return;
    this.#written.set(check.id, text);
    this.#put({ line: 'check', final, check });
  }

  #putStanding({ protocol, requests, standing }: Extract<Progress, { event: 'standing' }>): void {
    const afterMs = Math.round(this.#clock() - this.#startedAt);
    this.#requests.set(protocol, requests);
    if (afterMs < this.#nextStanding) return;
    this.#nextStanding = afterMs + Math.max(leastPause, afterMs * pauseShare);
    const { checks, answers } = standing();
    this.#answers.set(protocol, answers);
    for (const check of checks) if (check.runs > 0) this.#putCheck(check, false);
    const requestsSent = [...this.#requests.values()].reduce((sum, count) => sum + count, 0);
    this.#put({ line: 'standing', requestsSent, afterMs, answers: [...this.#answers.values()].flat() });
  }
}
