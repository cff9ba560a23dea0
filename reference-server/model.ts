/** The words between the HTTP layer and the two trackers. */
import type { RawRequest } from '../wire/request.ts';
import type { Settings } from './settings/settings.ts';
import type { Store } from './storage/store.ts';

/** A request as the trackers see it: who sent it, and when. */
export interface TrackerRequest extends RawRequest {
  /** Address of the peer, text form; IPv4 without the IPv6 prefix. */
  address: string;
  /** Milliseconds since 1970, the clock of this request. */
  now: number;
}

export interface Answer {
  status: number;
  /** Names as they are written on the wire. */
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

/**
 * Everything a tracker needs. `parts` are its replaceable pieces: semantics call each other only through them, so
 * that a fault can put a broken piece in place of a sound one, and costs nothing when none is switched on.
 */
export interface Context<Parts> {
  store: Store;
  settings: Settings;
  parts: Parts;
}

/**
 * Handles one request in the transaction of its group; the answer is sent after the commit. An exception rolls the
 * whole group back, and each request of it is handled once more, in a savepoint of its own: so a tracker keeps nothing
 * in memory that depends on what it stored. A request that fails again is answered with 500.
 */
export type Tracker = (request: TrackerRequest) => Answer;
