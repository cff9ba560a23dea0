/** Custom variables: a name and a value in some of five slots. */
import fc, { type Arbitrary } from 'fast-check';
import type { ExpectedColumn } from '../../model.ts';
import { wireOf } from '../request/hit.ts';

const numbers = ['1', '2', '3', '4', '5'] as const;

/** Slot to name and value; a slot that is not named is empty. */
export type Slots = Readonly<Partial<Record<string, readonly [name: string, value: string]>>>;

const word = fc.string({ unit: fc.constantFrom(...'abcXYZé'), minLength: 1, maxLength: 8 });
const variable = fc.tuple(word, word);

export const slots: Arbitrary<Slots> = fc
  .tuple(fc.subarray([...numbers], { minLength: 1 }), fc.tuple(variable, variable, variable, variable, variable))
  .map(([used, variables]) => Object.fromEntries(used.map((slot) => [slot, variables[Number(slot) - 1] ?? ['', '']])));

/** The parameter that sends them. */
export function slotWire(name: '_cvar' | 'cvar', drawn: Slots): readonly [name: string, wire: string] {
  return [name, wireOf(JSON.stringify(drawn))];
}

/** The columns of all five slots; empty ones hold NULL. */
export function storedSlots(
  drawn: Slots,
  column: (value: string | null) => ExpectedColumn,
): Record<string, ExpectedColumn> {
  return Object.fromEntries(
    numbers.flatMap((slot) => [
      [`custom_var_k${slot}`, column(drawn[slot]?.[0] ?? null)],
      [`custom_var_v${slot}`, column(drawn[slot]?.[1] ?? null)],
    ]),
  );
}
