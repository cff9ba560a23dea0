/** A wire form, read: the text of one parameter to the values of its columns. */
import type { ColumnKind } from '../../../generated/model.ts';
import type { Value } from '../../storage/store.ts';

/** One value a column, in the order in which the spec lists the columns; or what is wrong with the text. */
export type Reading = { values: readonly Value[] } | { fault: string };

/** What a form may need to know of the parameter it reads. */
export interface Place {
  name: string;
  /** Kinds of the columns, in their order. */
  kinds: readonly ColumnKind[];
  /** The closed list of codes; empty when there is none. */
  codes: ReadonlySet<string>;
}

export type Form = (text: string, place: Place) => Reading;
