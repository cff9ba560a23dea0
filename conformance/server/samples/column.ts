/** What the SQL type of a column lets a value be. */
import type { ParameterColumn } from '../../../generated/model.ts';

/** Room that a column without a length still offers in every known server. */
const UNBOUNDED = 4000;

const INTEGER_LIMITS: Readonly<Record<string, number>> = {
  smallint: 2 ** 15 - 1,
  integer: 2 ** 31 - 1,
  // Readers write integers as numbers, which are exact up to here.
  bigint: Number.MAX_SAFE_INTEGER,
};

function numbersIn(type: string): number[] {
  return [...type.matchAll(/[0-9]+/g)].map((match) => Number(match[0]));
}

/** The characters a text of these columns may have: the shortest of them counts. */
export function lengthOf(columns: readonly ParameterColumn[]): number {
  const lengths = columns.filter((column) => column.kind === 'text').map((column) => numbersIn(column.type)[0]);
  return Math.min(UNBOUNDED, ...lengths.filter((length) => length !== undefined));
}

/** Fingerprints of the time are unsigned numbers of four bytes, and every text column keeps those. */
const LARGEST_IN_TEXT = 2 ** 32 - 1;

/** The largest integer every column holds; a text column holds no more digits than it has characters. */
export function largestIntegerOf(columns: readonly ParameterColumn[]): number {
  const limits = columns.map((column) => {
    if (column.kind === 'text') return Math.min(LARGEST_IN_TEXT, 10 ** (numbersIn(column.type)[0] ?? 10) - 1);
    return INTEGER_LIMITS[column.type] ?? 2 ** 31 - 1;
  });
  return Math.min(Number.MAX_SAFE_INTEGER, ...limits);
}

/**
 * Digits before and after the point that every column keeps.
 * `double` keeps fifteen digits in all, whatever the place of the point.
 */
export function decimalDigitsOf(columns: readonly ParameterColumn[]): { digits: number; scale: number } {
  const [first] = columns;
  if (first === undefined || !first.type.startsWith('decimal')) return { digits: 15, scale: 6 };
  const [digits = 15, scale = 0] = numbersIn(first.type);
  // A column this wide stands for a float in the tables of the time, which kept fifteen digits.
  return digits > 18 ? { digits: 15, scale: 6 } : { digits, scale };
}
