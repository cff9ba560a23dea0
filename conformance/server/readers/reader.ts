import type { ColumnKind, Facts } from '../../../generated/model.ts';
import type { StoredValue, Where } from '../model.ts';

/** One stored row; dotted columns that were asked for stand beside the row's own. */
export type Row = Readonly<Record<string, StoredValue>>;

/** Rows to look for. Columns of `where` and `columns` may be dotted: `idaction_url.name`. */
export interface Wanted {
  record: string;
  where: Where;
  columns: readonly string[];
}

/** Reads back what a target stored. */
export interface Reader {
  name: string;
  /** Tries the door once. */
  probe(): Promise<Probe>;
  /**
   * One list of rows for each wanted, in the same order.
   *
   * @throws ReadError when the door does not give them; a later attempt may succeed
   */
  read(wanted: readonly Wanted[]): Promise<readonly (readonly Row[])[]>;
  /**
   * Whether the door shows a column, dotted or not; what it does not show is not observable. Some doors do not show
   * each column of every row: given a row, this is about that one.
   */
  sees(record: string, column: string, row?: Row): boolean;
  close(): Promise<void>;
}

export type Probe =
  | { door: 'open' }
  /** Something answers there, but not as this door does. */
  | { door: 'strange'; reason: string }
  | { door: 'closed'; reason: string; refused: boolean };

/** The door failed to answer; the message says with what. */
export class ReadError extends Error {
  override name = 'ReadError';
}

export interface ReaderOptions {
  facts: Facts;
  /** The door's base, ending in `/`. */
  url: string;
  token: string | undefined;
  kindOf(record: string, column: string): ColumnKind | undefined;
}
