/** Ways to put a broken piece in the place of a sound one. */
import type { PlacedPair } from '../../../wire/hits.ts';
import type { Hit, Tracking } from '../../piwik/hit.ts';
import type { Parts } from '../../piwik/parts.ts';
import type { Row } from '../../storage/store.ts';

/** Replaces one piece; `broken` is given the sound one. */
export function withPart<Name extends keyof Parts>(
  parts: Parts,
  name: Name,
  broken: (sound: Parts[Name]) => Parts[Name],
): Parts {
  return { ...parts, [name]: broken(parts[name]) };
}

/** Changes the pairs of each hit before they are read. */
export function withPairs(parts: Parts, change: (pairs: readonly PlacedPair[]) => readonly PlacedPair[]): Parts {
  return withPart(parts, 'readParameters', (sound) => (pairs, forms) => sound(change(pairs), forms));
}

/** Changes the value of one parameter; undefined drops it. */
export function withValue(parts: Parts, name: string, change: (value: string) => string | undefined): Parts {
  return withPairs(parts, (pairs) =>
    pairs.flatMap((pair) => {
      if (pair.name !== name) return [pair];
      const value = change(pair.value);
      return value === undefined ? [] : [{ ...pair, value }];
    }),
  );
}

type RowChange = (row: Row, hit: Hit) => Row;

/** Changes the row of a new visit before it is stored. */
export function withVisit(parts: Parts, change: (row: Row) => Row): Parts {
  return withPart(parts, 'visitRow', (sound) => (row) => sound(change(row)));
}

/** Changes the columns with which a further hit updates its visit. */
export function withFurther(parts: Parts, change: RowChange): Parts {
  return withPart(parts, 'furtherTotals', (sound) => (hit, visit, action, ids) => {
    return change(sound(hit, visit, action, ids), hit);
  });
}

/** Changes the row of an action before it is stored. */
export function withLink(parts: Parts, change: RowChange): Parts {
  return withPart(parts, 'linkRow', (sound) => (tracking, hit, visit, action, ids, before) => {
    return change(sound(tracking, hit, visit, action, ids, before), hit);
  });
}

/** Changes the row of a conversion, an order or a cart before it is stored. */
export function withConversion(parts: Parts, change: (row: Row) => Row): Parts {
  return withPart(parts, 'conversionRow', (sound) => (row) => sound(change(row)));
}

/** Changes the row of an item before it is stored. */
export function withItem(parts: Parts, change: RowChange): Parts {
  return withPart(parts, 'itemRow', (sound) => (tracking, hit, visit, item) => {
    return change(sound(tracking, hit, visit, item), hit);
  });
}

/** Excludes the hits for which there is a reason. */
export function withExclusion(parts: Parts, reason: (hit: Hit, tracking: Tracking) => boolean): Parts {
  return withPart(parts, 'exclusionReason', (sound) => (tracking, hit) => {
    return reason(hit, tracking) ? 'a fault excludes it' : sound(tracking, hit);
  });
}
