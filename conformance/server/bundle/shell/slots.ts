import { capitalMark, encodedMark, kindOf, type SlotKind } from '../slots.ts';

const fresh: Readonly<Record<SlotKind, string>> = {
  visitor: '$(hex 8)',
  tag: '$(hex 4)',
  text: 'beaconform-$(hex 6)',
  address: '$(part).$(part).$(part).$(part)',
  uuid: '$(hex 4)-$(hex 2)-4$(hex 1)0-8$(hex 1)0-$(hex 6)',
};

/** The lines that give each slot its value: from the environment where it is set there, else a fresh one. */
export function slotLines(slots: readonly string[]): string[] {
  const own = slots.filter((slot) => kindOf(slot));
  const made = slots.filter((slot) => slot.endsWith(capitalMark));
  const rest = slots.filter((slot) => !kindOf(slot) && !made.includes(slot));
  const tokens = [...new Set(rest.map((slot) => slot.replace(encodedMark, '')))];
  const kinds = new Set(own.map((slot) => kindOf(slot)?.kind));
  return [
    ...tokens.map((slot) => `: "\${${slot}:?is needed: a token of the target}"`),
    ...slots.filter((slot) => slot.endsWith(encodedMark)).map(encodedLine),
    ...(own.length > 0 ? ['hex() { od -An -N"$1" -tx1 /dev/urandom | tr -d \' \\n\'; }'] : []),
    ...(kinds.has('address') ? ["part() { echo $((11 + $(od -An -N2 -tu2 /dev/urandom | tr -d ' ') % 89)); }"] : []),
    ...own.map((slot) => `${slot}=\${${environmentOf(slot)}:-${fresh[kindOf(slot)?.kind as SlotKind]}}`),
    ...made.map((slot) => `${slot}=$(printf '%s' "$${slot.replace(capitalMark, '')}" | tr a-z A-Z)`),
  ];
}

/** The variable by which a caller can give a slot its value. */
export function environmentOf(slot: string): string {
  return kindOf(slot) ? `BEACONFORM_${slot.toUpperCase()}` : slot;
}

/** Every byte as its code, which means the same in a query. */
function encodedLine(slot: string): string {
  const token = slot.replace(encodedMark, '');
  return `${slot}=$(printf '%s' "$${token}" | od -An -v -tx1 | tr -d '\\n' | tr ' ' '%')`;
}
