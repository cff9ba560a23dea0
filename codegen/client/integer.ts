import { expected } from './expected.ts';

/** A whole number in decimal digits; a `bigint` may be of any size. */
export function integer(value: number | bigint): string {
  if (typeof value === 'bigint' || Number.isSafeInteger(value)) return (value === 0 ? 0 : value).toString();
  throw expected('a whole number that JavaScript holds exactly', value);
}
