import type { StoredValue } from '../../model.ts';

const slots = [1, 2, 3, 4, 5];

export const customVariableColumns: readonly string[] = slots.flatMap((slot) => [
  `custom_var_k${slot}`,
  `custom_var_v${slot}`,
]);

/**
 * `{"1": {"customVariableName1", "customVariableValue1"}}` as columns; those of actions have `Page` in their names. An
 * empty list means none.
 */
export function customVariables(answer: unknown, prefix: string): Record<string, StoredValue> {
  const bySlot = (answer ?? {}) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  return Object.fromEntries(
    slots.flatMap((slot): [string, StoredValue][] => {
      const own = bySlot[slot];
      return [
        [`custom_var_k${slot}`, textOf(own?.[`${prefix}Name${slot}`])],
        [`custom_var_v${slot}`, textOf(own?.[`${prefix}Value${slot}`])],
      ];
    }),
  );
}

function textOf(value: unknown): string | null {
  return value === undefined || value === null ? null : String(value);
}
