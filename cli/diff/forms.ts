/**
 * Wire forms whose values are all values of a wider form too. Every form is one of text. The tests draw values of each
 * narrower form and ask the validators of the wider one.
 */
const wider: Readonly<Record<string, readonly string[]>> = {
  'date-time': ['moment'],
  'epoch-seconds': ['moment', 'integer'],
  money: ['decimal'],
  count: ['integer', 'decimal'],
  integer: ['decimal'],
  'region-code': ['subdivision-code'],
};

/** True when whoever writes a value in the first form writes it in the second too. */
export function widens(from: string, to: string): boolean {
  return from === to || to === 'text' || (wider[from] ?? []).includes(to);
}
