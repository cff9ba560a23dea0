import { expected } from './expected.ts';

/** A number, or its digits as text: text is sent digit by digit, so that no amount passes through a float. */
export type Decimal = number | string;

/** A decimal number in plain digits, without an exponent. */
export function decimal(value: Decimal): string {
  if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) return value;
  if (typeof value === 'number' && Number.isFinite(value)) return plainDigits(value);
  throw expected('a finite number or plain decimal digits', value);
}

/** JavaScript writes `1e-7` and `1e+21`; trackers read `0.0000001` and the digits. */
function plainDigits(value: number): string {
  const [, sign = '', whole = '', fraction = '', exponent] = /^(-?)(\d+)\.?(\d*)(?:e(.+))?$/.exec(String(value)) ?? [];
  if (exponent === undefined) return String(value);
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}
