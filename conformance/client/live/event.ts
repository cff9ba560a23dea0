import type { JudgedRequest } from '../finding.ts';

/** One request as the live page shows it. Tokens stand nowhere in it. */
export interface LiveRequest {
  /** Grows from request to request; a second event with the same number replaces the first. */
  id: number;
  /** ISO 8601, UTC. */
  time: string;
  address: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  /** Decoded names and values of each hit, in the order sent. */
  hits: LiveHit[];
  /** As text, cut where it is long. */
  body: string;
  judged: JudgedRequest;
}

export interface LiveHit {
  pairs: readonly { name: string; value: string }[];
}
