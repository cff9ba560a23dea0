/** One event on its way from request to row. */
import type { TrackerRequest } from '../model.ts';
import type { SnowplowOptions } from '../settings/settings.ts';
import type { Value } from '../storage/store.ts';

export interface Event {
  readonly request: TrackerRequest;
  readonly options: SnowplowOptions;
  /** The parameters, decoded; of a repeated name the one that counts. */
  readonly values: ReadonlyMap<string, string>;
  /** Column to value; a column that is not there is NULL. */
  readonly row: Record<string, Value>;
  /** What is wrong, one sentence each; the event becomes a row only when there is nothing. */
  readonly faults: string[];
  /** The collector's own mark of the user, for the cookie of the answer. */
  networkUser: string | undefined;
}

/** A behaviour that adds to an event what no parameter fills alone. */
export type EventRule = (event: Event) => void;
