import { kindOf, type Making, madeOf, type SlotKind } from '../slots.ts';

const fresh: Readonly<Record<SlotKind, string>> = {
  visitor: '$(hex 8)',
  tag: '$(hex 4)',
  text: 'beaconform-$(hex 6)',
  address: '$(part).$(part).$(part).$(part)',
  uuid: '$(hex 4)-$(hex 2)-4$(hex 1)0-8$(hex 1)0-$(hex 6)',
};

/** What a value is piped through; encoded is every byte as its code, which means the same in a query. */
const made: Readonly<Record<Making, string>> = {
  CAPITALS: 'tr a-z A-Z',
  ENCODED: "od -An -v -tx1 | tr -d '\\n' | tr ' ' '%'",
  QUOTED: String.raw`sed 's/[\\"]/\\&/g'`,
};

/** The lines that give each slot its value: from the environment where it is set there, else a fresh one. */
export function slotLines(slots: readonly string[]): string[] {
  const own = slots.filter((slot) => kindOf(slot));
  const tokens = slots.filter((slot) => !kindOf(slot) && !madeOf(slot));
  const kinds = new Set(own.map((slot) => kindOf(slot)?.kind));
  return [
    ...tokens.map((slot) => `: "\${${slot}:?is needed: a token of the target}"`),
    ...(own.length > 0 ? ['hex() { od -An -N"$1" -tx1 /dev/urandom | tr -d \' \\n\'; }'] : []),
    ...(kinds.has('address') ? ["part() { echo $((11 + $(od -An -N2 -tu2 /dev/urandom | tr -d ' ') % 89)); }"] : []),
    ...own.map((slot) => `${slot}=\${${environmentOf(slot)}:-${fresh[kindOf(slot)?.kind as SlotKind]}}`),
    ...slots.flatMap((slot) => {
      const { source, making } = madeOf(slot) ?? {};
      return making ? [`${slot}=$(printf '%s' "$${source}" | ${made[making]})`] : [];
    }),
  ];
}

/** The variable by which a caller can give a slot its value. */
export function environmentOf(slot: string): string {
  return kindOf(slot) ? `BEACONFORM_${slot.toUpperCase()}` : slot;
}
