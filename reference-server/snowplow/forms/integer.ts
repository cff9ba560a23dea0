import type { Form } from './form.ts';

const digits = /^[+-]?\d+$/;
const largest = 2_147_483_647;

/**
 * A whole number of 32 signed bits, whatever the width of its column: so the integers of the pipeline were.
 * Columns of text hold any whole number, digit by digit as it was sent.
 */
export const integer: Form = (text, { kinds }) => {
  if (!digits.test(text)) return { fault: `${JSON.stringify(text)} is not a whole number` };
  if (kinds[0] === 'text') return { values: [text] };
  const number = Number(text);
  if (number > largest || number < -largest - 1) return { fault: `${text} does not fit 32 bits` };
  return { values: [number] };
};
