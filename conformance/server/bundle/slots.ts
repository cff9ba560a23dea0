import type { Identity, Scenario, TargetFacts } from '../model.ts';
import type { SlotValues } from './template.ts';

/**
 * Kinds of values that each run makes for itself. A tag is the eight digits by which a person's language is their own,
 * a UUID what a cookie holds; both are made of other values, but any others do as well.
 */
export const slotKinds = ['visitor', 'address', 'tag', 'text', 'uuid'] as const;
export type SlotKind = (typeof slotKinds)[number];

/** Ways in which one slot is made of another: `visitor_0__CAPITALS`, a token as a query and as JSON write it. */
export const makings = ['CAPITALS', 'ENCODED', 'QUOTED'] as const;
export type Making = (typeof makings)[number];

/** What a slot is made of and how; undefined for one that is not. */
export function madeOf(slot: string): { source: string; making: Making } | undefined {
  const [source = '', made] = slot.split('__');
  const making = makings.find((one) => one === made);
  return making && { source, making };
}

/** Kind and number of a slot; undefined for a token, and for what is made of another slot. */
export function kindOf(slot: string): { kind: SlotKind; number: number } | undefined {
  if (madeOf(slot)) return undefined;
  const [name = '', number = ''] = slot.split('_');
  const kind = slotKinds.find((one) => one === name);
  return kind && { kind, number: Number(number) };
}

/** An identity that notes which of its values were asked for. */
export interface RecordingIdentity {
  identity: Identity;
  values: SlotValues;
}

/** @param clock that of the case: its times are part of it, its names are not */
export function recording(source: Identity, clock: Identity['clock']): RecordingIdentity {
  const values = new Map<string, string>();
  const note = (slot: string, value: string) => {
    values.set(slot, value);
    values.set(`${slot}__CAPITALS`, value.toUpperCase());
    return value;
  };
  const text = (slot: number) => note(`text_${slot}`, source.text(slot));
  return {
    values,
    identity: {
      clock,
      text,
      visitor: (slot) => note(`visitor_${slot}`, source.visitor(slot)),
      address: (slot) => {
        values.set(`address_${slot}`, source.address(slot));
        values.set(`tag_${slot}`, tagOf(source.address(slot)));
        return source.address(slot);
      },
      url: (slot) => {
        text(slot);
        return source.url(slot);
      },
    },
  };
}

function tagOf(address: string): string {
  return address
    .split('.')
    .map((byte) => Number(byte).toString(16).padStart(2, '0'))
    .join('');
}

/** The UUIDs of a scenario in the order in which they stand, without those that every run has. */
export function uuidsOf(scenario: Scenario, constant: ReadonlySet<string>): SlotValues {
  const pattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
  const found = new Set([...JSON.stringify(scenario).matchAll(pattern)].map(([uuid]) => uuid));
  return new Map([...found.difference(constant)].map((uuid, index) => [`uuid_${index}`, uuid]));
}

/** Tokens by the variables of the environment they come from. The same token may have two: the first stands for it. */
export function tokensOf({ token, roleTokens = {} }: TargetFacts): Map<string, string> {
  const tokens = new Map<string, string>();
  const add = (slot: string, value: string | undefined) => {
    if (!value || [...tokens.values()].includes(value)) return;
    tokens.set(slot, value);
    const [encoded, quoted] = [encodeURIComponent(value), JSON.stringify(value).slice(1, -1)];
    if (encoded !== value) tokens.set(`${slot}__ENCODED`, encoded);
    if (quoted !== value) tokens.set(`${slot}__QUOTED`, quoted);
  };
  add('BEACONFORM_TOKEN', token);
  for (const [role, value] of Object.entries(roleTokens)) {
    add(`BEACONFORM_TOKEN_${role.replace('-', '_').toUpperCase()}`, value);
  }
  return tokens;
}
