import type { StoredValue } from '../../model.ts';

/** How a value of the answer is read into a column. */
export type Read = (value: unknown) => StoredValue;

export const integer: Read = (value) => (isAbsent(value) || value === '' ? null : Number(value));

export const decimal: Read = (value) => (isAbsent(value) || value === '' ? null : String(value));

export const text: Read = (value) => (isAbsent(value) ? null : String(value));

/** For columns that are NULL where the answer is empty. */
export const textOrNull: Read = (value) => (isAbsent(value) || value === '' ? null : String(value));

/** For columns that are empty where the answer is null. */
export const textOrEmpty: Read = (value) => (isAbsent(value) ? '' : String(value));

/** Seconds since 1970 as `YYYY-MM-DD HH:MM:SS`, UTC. */
export const time: Read = (value) =>
  isAbsent(value) ? null : new Date(Number(value) * 1000).toISOString().slice(0, 19).replace('T', ' ');

/** A word as the number that stands for it in the column; another word stays what it is. */
export function word(numbers: Readonly<Record<string, number>>): Read {
  return (value) => (isAbsent(value) ? null : (numbers[String(value)] ?? String(value)));
}

function isAbsent(value: unknown): value is null | undefined | false {
  return value === null || value === undefined || value === false;
}
