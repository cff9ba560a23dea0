import { expected } from './expected.ts';

/** A name and a value for each slot in use. */
export type CustomVariables = { readonly [slot in 1 | 2 | 3 | 4 | 5]?: readonly [name: string, value: string] };

/** A JSON object from slot to name and value. */
export function customVariables(value: CustomVariables): string {
  for (const [slot, pair] of Object.entries(value)) {
    if (!/^[1-5]$/.test(slot)) throw expected('a slot from 1 to 5', slot);
    if (pair?.length !== 2 || pair.some((part) => typeof part !== 'string')) {
      throw expected(`a name and a value as text in slot ${slot}`, pair);
    }
  }
  return JSON.stringify(value);
}
