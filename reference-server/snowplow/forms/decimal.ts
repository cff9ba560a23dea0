import type { Form } from './form.ts';

/** Digits before or after the point, and an exponent of at most three: any longer one would only cost memory. */
const notation = /^[+-]?(?=\.?\d)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;

/** Of a number: all of it, digits before the point, digits behind it, exponent. */
type Parts = [text: string, whole: string, fraction: string | undefined, exponent: string | undefined];

/** A number in decimal digits, kept exactly: an exponent is written out, all zeros stay. No float is involved. */
export const decimal: Form = (text) => {
  // Trackers of the time send the JavaScript literal for a value that was not given: the column stays NULL.
  if (text === 'null') return { values: [] };
  const match = notation.exec(text);
  if (match === null) return { fault: `${JSON.stringify(text)} is not a decimal number` };
  const [, whole, fraction = '', exponent = 0] = match as unknown as Parts;
  const plain = plainNotation(whole, fraction, Number(exponent));
  return { values: [text.startsWith('-') && /[1-9]/.test(plain) ? `-${plain}` : plain] };
};

function plainNotation(whole: string, fraction: string, exponent: number): string {
  // As many zeros as the point may move to the left.
  const zeros = '0'.repeat(Math.max(0, -exponent));
  const digits = zeros + whole + fraction;
  const point = zeros.length + whole.length + exponent;
  // A number again, it has no zeros before it.
  const before = String(BigInt(digits.slice(0, point).padEnd(point, '0')));
  return [before, digits.slice(point)].filter(Boolean).join('.');
}
