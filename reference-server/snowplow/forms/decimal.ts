import type { Form } from './form.ts';

const notation = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;
/** Digits beyond which an exponent is no price but an attack on memory. */
const mostDigits = 400;

/** A number in decimal digits, kept exactly: an exponent is written out, all zeros stay. No float is involved. */
export const decimal: Form = (text) => {
  // Trackers of the time send the JavaScript literal for a value that was not given.
  if (text === 'null') return { values: [null] };
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = notation.exec(text) ?? [];
  if (whole === '' && fraction === '') return { fault: `${JSON.stringify(text)} is not a decimal number` };
  const plain = plainNotation(whole, fraction, Number(exponent));
  if (plain.length > mostDigits) return { fault: `${text} has more than ${mostDigits} digits` };
  return { values: [sign === '-' && /[1-9]/.test(plain) ? `-${plain}` : plain] };
};

function plainNotation(whole: string, fraction: string, exponent: number): string {
  if (Math.abs(exponent) > mostDigits) return '0'.repeat(mostDigits + 1);
  const digits = whole + fraction;
  const point = whole.length + exponent;
  const before = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0');
  const after = point < 0 ? '0'.repeat(-point) + digits : digits.slice(Math.max(point, 0));
  const trimmed = before.replace(/^0+(?=\d)/, '');
  return after === '' ? trimmed : `${trimmed}.${after}`;
}
