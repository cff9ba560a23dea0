import { expected } from './expected.ts';

/** Text of a closed form: an encoder that refuses any other. */
export function matching(pattern: RegExp, what: string): (value: string) => string {
  return (value) => {
    if (typeof value !== 'string' || !pattern.test(value)) throw expected(what, value);
    return value;
  };
}
