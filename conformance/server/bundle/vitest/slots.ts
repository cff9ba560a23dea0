import { capitalMark, encodedMark, kindOf, type SlotKind } from '../slots.ts';
import { constantOf } from './quote.ts';

const fresh: Readonly<Record<SlotKind, string>> = {
  visitor: 'hex(8)',
  tag: 'hex(4)',
  text: '"beaconform-" + hex(6)',
  address: 'Array.from({ length: 4 }, () => randomInt(11, 100)).join(".")',
  uuid: 'randomUUID()',
};

/** The constants of a test: tokens from the environment, all other values fresh. */
export function slotLines(slots: readonly string[]): string[] {
  return slots.map((slot) => {
    const kind = kindOf(slot)?.kind;
    return `const ${constantOf(slot)} = ${kind ? fresh[kind] : madeExpression(slot)};`;
  });
}

function madeExpression(slot: string): string {
  if (slot.endsWith(capitalMark)) return `${constantOf(slot.replace(capitalMark, ''))}.toUpperCase()`;
  const variable = slot.replace(encodedMark, '');
  const token = `process.env.${variable} ?? ""`;
  return slot === variable ? token : `encodeURIComponent(${token})`;
}
