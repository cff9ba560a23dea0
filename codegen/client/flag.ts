import { expected } from './expected.ts';

/** 1 for yes, 0 for no. */
export function flag(value: boolean): string {
  if (typeof value !== 'boolean') throw expected('true or false', value);
  return value ? '1' : '0';
}
