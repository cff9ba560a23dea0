import type { Encoders } from './query.ts';

/** Parameters whose names differ by a number, and how their values are written. */
export interface Family {
  names: RegExp;
  encode: (value: never) => string;
}

/** The encoders of those names of a hit that belong to a family. */
export function familyEncoders(hit: object, families: readonly Family[]): Encoders {
  const found: Record<string, (value: never) => string> = {};
  for (const name of Object.keys(hit)) {
    const family = families.find(({ names }) => names.test(name));
    if (family !== undefined) found[name] = family.encode;
  }
  return found;
}
