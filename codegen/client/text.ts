import { expected } from './expected.ts';

/** Text goes as it is. */
export function text(value: string): string {
  if (typeof value !== 'string') throw expected('text', value);
  return value;
}
