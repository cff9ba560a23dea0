import { kindOf, type Making, madeOf, type SlotKind } from '../slots.ts';
import { constantOf } from './quote.ts';

const fresh: Readonly<Record<SlotKind, string>> = {
  visitor: 'hex(8)',
  tag: 'hex(4)',
  text: '"beaconform-" + hex(6)',
  address: 'Array.from({ length: 4 }, () => randomInt(11, 100)).join(".")',
  uuid: 'randomUUID()',
};

const made: Readonly<Record<Making, (source: string) => string>> = {
  CAPITALS: (source) => `${source}.toUpperCase()`,
  ENCODED: (source) => `encodeURIComponent(${source})`,
  QUOTED: (source) => `JSON.stringify(${source}).slice(1, -1)`,
};

/** The constants of a test: tokens from the environment, all other values fresh. */
export function slotLines(slots: readonly string[]): string[] {
  return slots.map((slot) => `const ${constantOf(slot)} = ${expressionOf(slot)};`);
}

function expressionOf(slot: string): string {
  const kind = kindOf(slot)?.kind;
  if (kind) return fresh[kind];
  const making = madeOf(slot);
  return making ? made[making.making](constantOf(making.source)) : `process.env.${slot} ?? ""`;
}
