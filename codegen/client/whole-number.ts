import { expected } from './expected.ts';
import { integer } from './integer.ts';

/** Whole numbers between two limits: an encoder that refuses any other. */
export function wholeNumber(least: number, most = Infinity): (value: number | bigint) => string {
  return (value) => {
    const text = integer(value);
    if (value >= least && value <= most) return text;
    throw expected(`a whole number, ${least} ${most === Infinity ? 'or more' : `to ${most}`}`, value);
  };
}
