/** What a request may cost; each limit's outcome is in the README of this room. */
export interface Limits {
  /** Bytes of request line and headers together; beyond them 431. */
  headBytes: number;
  /** Bytes of the request target; beyond them 414. */
  targetBytes: number;
  /** Bytes of the body; beyond them 413. */
  bodyBytes: number;
  /** Milliseconds until the head, and the whole request, must have come; beyond them 408. */
  headMs: number;
  requestMs: number;
  /** How often the two are looked at. */
  patrolMs: number;
  /** Milliseconds an unused connection is kept, longer than clients keep theirs. */
  idleMs: number;
  /** Milliseconds that requests under way are given when the server stops. */
  graceMs: number;
}

export const defaultLimits: Limits = {
  headBytes: 256 * 1024,
  targetBytes: 128 * 1024,
  bodyBytes: 8 * 1024 * 1024,
  headMs: 10_000,
  requestMs: 30_000,
  patrolMs: 1_000,
  idleMs: 65_000,
  graceMs: 3_000,
};
