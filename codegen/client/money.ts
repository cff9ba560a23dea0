import { type Decimal, decimal } from './decimal.ts';
import { expected } from './expected.ts';

/** An amount with at most two decimals. A float such as 0.1 + 0.2 has more: round it, or give the digits as text. */
export function money(value: Decimal): string {
  const amount = decimal(value);
  if (!/^-?\d+(\.\d{1,2})?$/.test(amount)) throw expected('an amount with at most two decimals', value);
  return amount;
}
