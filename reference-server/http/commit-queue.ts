/** Group commit: what arrives together is handled in one transaction, and answered when that is on disk. */
import type { Answer, Tracker, TrackerRequest } from '../model.ts';
import type { Store } from '../storage/store.ts';
import { textAnswer } from './answers.ts';

interface Waiting {
  tracker: Tracker;
  request: TrackerRequest;
  respond(answer: Answer): void;
}

export class CommitQueue {
  private readonly store: Store;
  private readonly report: (message: string) => void;
  private waiting: Waiting[] = [];

  /** `report` is told of faults of the server's own, never of what requests carry. */
  constructor(store: Store, report: (message: string) => void) {
    this.store = store;
    this.report = report;
  }

  /** Calls `respond` once, after the commit of everything the tracker stored. */
  submit(tracker: Tracker, request: TrackerRequest, respond: (answer: Answer) => void): void {
    // All sockets that have data are read before an immediate runs, so the busier the server, the larger the group.
    if (this.waiting.length === 0) setImmediate(() => this.flush());
    this.waiting.push({ tracker, request, respond });
  }

  private flush(): void {
    const group = this.waiting;
    this.waiting = [];
    const answers = this.commit(group);
    group.forEach(({ respond }, index) => {
      respond(answers[index] as Answer);
    });
  }

  private commit(group: readonly Waiting[]): Answer[] {
    try {
      return this.attempt(group);
    } catch (error) {
      this.report(`a group of ${group.length} requests was not stored: ${(error as Error).message}`);
      return group.map(() => textAnswer(503, 'The request was not stored. Send it again.'));
    }
  }

  /**
   * A savepoint costs as much as a row. So a group is first handled without any, and only when a request fails is
   * everything rolled back and done again with a savepoint for each; nobody has been answered by then.
   */
  private attempt(group: readonly Waiting[]): Answer[] {
    try {
      return this.store.transaction(() => group.map(({ tracker, request }) => tracker(request)));
    } catch {
      return this.store.transaction(() => group.map((waiting) => this.handle(waiting)));
    }
  }

  private handle({ tracker, request }: Waiting): Answer {
    try {
      return this.store.savepoint(() => tracker(request));
    } catch (error) {
      this.report(`a request was not stored: ${(error as Error).stack}`);
      return textAnswer(500, 'The request was not stored, by a fault of this server.');
    }
  }
}
