import type { StoredValue } from '../model.ts';
import type { Reader } from '../readers/reader.ts';
import { endOf } from '../readers/references.ts';
import { type KindOf, sameValue } from './values.ts';

/** What a comparison needs to know beside the rows. */
export interface Comparison {
  reader: Reader;
  kindOf: KindOf;
}

/** Equality in the column at the end of a dotted path. */
export function sameIn({ kindOf }: Comparison, record: string, path: string, a: StoredValue, b: StoredValue): boolean {
  const end = endOf(record, path);
  return sameValue(end && kindOf(end.record, end.column), a, b);
}
