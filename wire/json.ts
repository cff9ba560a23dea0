/** JSON as bodies carry it: objects from parameter to value, perhaps with values that are no strings. */
import type { Pair } from './query.ts';

/** JSON types other than string; a pair from an object says which one its value had. */
export type LiteralType = 'number' | 'boolean' | 'null' | 'array' | 'object';

export interface ObjectPair extends Pair {
  /** Set when the value was no JSON string; `value` then holds its JSON text. */
  literal?: LiteralType;
}

/** The document, or undefined when the text is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return jsonType(value) === 'object';
}

/** The JSON type of a value, for sentences; `missing` for undefined. */
export function jsonType(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The members of an object as pairs, in their order. */
export function objectPairs(object: Readonly<Record<string, unknown>>): ObjectPair[] {
  return Object.entries(object).map(pairOf);
}

function pairOf([name, value]: [string, unknown]): ObjectPair {
  const pair = { name, assigned: true, wellFormed: true };
  if (typeof value === 'string') return { ...pair, value };
  return { ...pair, value: JSON.stringify(value), literal: jsonType(value) as LiteralType };
}
