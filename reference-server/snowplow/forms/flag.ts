import type { Form } from './form.ts';

/** `1` or `0`, nothing else. */
export const flag: Form = (text) => {
  if (text === '1') return { values: [true] };
  if (text === '0') return { values: [false] };
  return { fault: `${JSON.stringify(text)} is neither 1 nor 0` };
};
