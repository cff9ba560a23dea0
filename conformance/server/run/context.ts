import type { TargetFacts } from '../model.ts';
import type { Reader } from '../readers/reader.ts';
import type { Case } from './attempt.ts';
import type { Budget } from './budget.ts';
import { InternalError } from './errors.ts';
import type { Identities } from './identity.ts';
import type { Suite } from './options.ts';
import type { Pace } from './pace.ts';
import type { Progress } from './progress.ts';
import type { Sender } from './send.ts';
import type { KindOf } from './values.ts';
import type { Waiting } from './waiting.ts';

/** Everything one protocol's part of a run works with. */
export interface Context {
  suite: Suite;
  /** The plainest hit; sent first and, with fresh identities, after each batch. */
  canary: Case;
  target: TargetFacts;
  trackerUrl: string;
  sender: Sender;
  pace: Pace;
  reader: Reader;
  kindOf: KindOf;
  identities: Identities;
  budget: Budget;
  waiting: Waiting;
  concurrency: number;
  seed: number;
  progress(event: Progress): void;
}

/** Runs code of an experiment; whatever it throws is a fault of ours. */
export function guarded<Result>(what: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof InternalError) throw error;
    throw new InternalError(`${what}: ${error instanceof Error ? error.message : error}`, error);
  }
}
