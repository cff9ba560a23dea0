import type { JudgedRequest } from '../finding.ts';
import type { ReadHit } from '../hit.ts';
import { readRequest } from '../judge.ts';
import type { RecordedRequest } from '../recorded.ts';
import type { ProtocolChoice } from '../version.ts';
import { CacheBusters } from './cache-buster.ts';
import { Times } from './times.ts';
import { type LoneItem, Transactions } from './transactions.ts';
import { VisitorIds } from './visitor-id.ts';

/** Visitors, clients and transactions whose state is kept; those used longest ago go first. */
export const keptVisitors = 10_000;

export interface JudgeOptions extends ProtocolChoice {
  /** All requests are of one client, so that a visitor id that changes is one that was lost. */
  oneClient?: boolean | undefined;
  /** Visitors whose state is kept; {@link keptVisitors} when not given. */
  keep?: number | undefined;
}

/**
 * Judges the requests of one recording in their order: each by itself, and beside what its client sent before.
 *
 * A request is judged when it comes. What only later requests can tell is added by {@link JudgeStream.settle}.
 */
export class JudgeStream {
  readonly #options: JudgeOptions;
  readonly #limit: number;
  readonly #visitorIds: VisitorIds;
  readonly #cacheBusters: CacheBusters;
  readonly #times: Times;
  readonly #transactions: Transactions;
  readonly #loneItems = new WeakMap<JudgedRequest, LoneItem[]>();
  #index = 0;

  constructor(options: JudgeOptions = {}) {
    this.#options = options;
    this.#limit = options.keep ?? keptVisitors;
    this.#visitorIds = new VisitorIds(this.#limit, options.oneClient ?? false);
    this.#cacheBusters = new CacheBusters(this.#limit);
    this.#times = new Times(this.#limit);
    this.#transactions = new Transactions(this.#limit);
  }

  /** @param index place of the request among all that are judged; counted from 0 when not given */
  judge(request: RecordedRequest, index = this.#index): JudgedRequest {
    return this.judgeAndRead(request, index).judged;
  }

  /** The same with each hit as it was read, in the order of those judged; an unusable entry of a body was not read. */
  judgeAndRead(
    request: RecordedRequest,
    index = this.#index,
  ): { judged: JudgedRequest; read: readonly (ReadHit | undefined)[] } {
    const { hits, reason } = readRequest(request, this.#options);
    const loneItems: LoneItem[] = [];
    for (const { judged, hit } of hits) {
      if (!hit) continue;
      judged.findings.push(
        ...this.#visitorIds.compare(hit),
        ...this.#cacheBusters.compare(hit),
        ...this.#times.compare(hit),
      );
      const item = this.#transactions.compare(hit, judged);
      if (item) loneItems.push(item);
    }
    const judgedRequest: JudgedRequest = { index, hits: hits.map(({ judged }) => judged) };
    if (reason !== undefined) judgedRequest.reason = reason;
    this.#index = index + 1;
    if (loneItems.length > 0) this.#loneItems.set(judgedRequest, loneItems);
    return { judged: judgedRequest, read: hits.map(({ hit }) => hit) };
  }

  /** Adds what only the requests after it could tell, once; returns whether that was anything. */
  settle(request: JudgedRequest): boolean {
    const items = this.#loneItems.get(request);
    this.#loneItems.delete(request);
    let added = false;
    for (const item of items ?? []) {
      const findings = this.#transactions.settle(item);
      item.judged.findings.push(...findings);
      added ||= findings.length > 0;
    }
    return added;
  }

  /** Sentences about what bounds the verdicts: state that had to be dropped. */
  get notes(): string[] {
    const dropped = Math.max(
      this.#visitorIds.dropped,
      this.#cacheBusters.dropped,
      this.#times.dropped,
      this.#transactions.dropped,
    );
    if (dropped === 0) return [];
    return [
      `The state of ${dropped} visitors was dropped, since that of ${this.#limit} is kept: what they sent before was not compared with what they sent after.`,
    ];
  }
}
