/**
 * Decimal numbers as text, exact: money never passes through a float.
 *
 * Written here and not taken from a library, because only reading, rounding and comparing with zero are needed, and
 * the text must come out in plain notation without an exponent.
 */

/** An exponent of more digits would only be a way to make the server write many zeros. */
const form = /^[ \t\v\f]*([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,2}))?$/i;

/** The number in plain notation without needless zeros (`1e2` is `100`, `2.50` is `2.5`); undefined when it is none. */
export function decimal(text: string): string | undefined {
  const match = form.exec(text);
  if (match === null) return undefined;
  const [, sign, whole, fraction = '', exponent] = match as unknown as [string, string, string, string?, string?];
  return (sign === '-' ? '-' : '') + plain(whole, fraction, Number(exponent ?? 0));
}

/** Rounds a number that `decimal` gave to so many places, half away from zero. */
export function rounded(number: string, places: number): string {
  const negative = number.startsWith('-');
  const [whole, fraction = ''] = number.replace('-', '').split('.') as [string, string?];
  const units =
    BigInt(whole + fraction.slice(0, places).padEnd(places, '0')) + (fraction.charAt(places) >= '5' ? 1n : 0n);
  const digits = units.toString().padStart(places + 1, '0');
  const text = plain(digits.slice(0, -places), digits.slice(-places), 0);
  return negative && text !== '0' ? `-${text}` : text;
}

/** Joins the digits, moves the point by `shift` to the right and drops zeros that say nothing. */
function plain(whole: string, fraction: string, shift: number): string {
  const digits = whole + fraction + '0'.repeat(Math.max(0, shift - fraction.length));
  const padded = '0'.repeat(Math.max(0, -(whole.length + shift))) + digits;
  const point = Math.max(0, whole.length + shift);
  const left = padded.slice(0, point).replace(/^0+/, '') || '0';
  const right = padded.slice(point).replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}
