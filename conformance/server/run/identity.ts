import { createHash, randomBytes } from 'node:crypto';
import type { Identity } from '../model.ts';

/** What every text of the suite starts with, so that an owner can find and delete its hits. */
export const marker = 'beaconform';

/** The host of every URL the suite makes up; `.invalid` never resolves (RFC 2606). */
export const markerHost = 'beaconform.invalid';

/** Hands out identities that no other attempt of this run, and no other run, has. */
export interface Identities {
  /** Number of this run, in base 36; part of every text. */
  readonly run: string;
  next(): Identity;
}

export interface IdentitySource {
  /** Epoch milliseconds at the start of the run; the clocks of all cases count back from its day. */
  now: number;
  /** 5 random bytes. */
  random: Uint8Array;
}

// Octets 11 to 63 are public unicast addresses, in none of the networks whose visitors trackers take for bots (64.4,
// 65.52, 72.30, 98.137 …); the last octet leaves out 0 and 255.
const firstOctets = 53;
const addresses = firstOctets * 256 * 256 * 254;
// Odd, no multiple of 53 or 127, so that consecutive numbers visit every address before one returns.
const addressStride = 982_451_653;
const slotsPerAttempt = 32;
const daySeconds = 86_400;

/** One run number, from the time and chance, is behind every identity. */
export function createIdentities(source: IdentitySource = { now: Date.now(), random: randomBytes(5) }): Identities {
  const chance = Buffer.from(source.random).readUIntBE(0, 5);
  const run = (source.now % 36 ** 6).toString(36).padStart(6, '0') + (chance % 36 ** 5).toString(36).padStart(5, '0');
  const midnight = Math.floor(source.now / 1000 / daySeconds) * daySeconds;
  const offset = chance % addresses;
  let attempts = 0;
  return { run, next: () => identityOf({ run, midnight, offset, attempt: attempts++ }) };
}

interface Attempt {
  run: string;
  midnight: number;
  offset: number;
  attempt: number;
}

function identityOf({ run, midnight, offset, attempt }: Attempt): Identity {
  const digest = (slot: number) => createHash('sha256').update(`${run}/${attempt}/${slot}`).digest('hex');
  const text = (slot: number) => `${marker}-${run}-${attempt.toString(36).padStart(4, '0')}-${slot.toString(36)}`;
  return {
    visitor: (slot) => digest(slot).slice(0, 16),
    address: (slot) => addressOf(offset, attempt * slotsPerAttempt + slot),
    text,
    url: (slot) => `http://${markerHost}/${text(slot)}`,
    // Offset 0 is yesterday: today's 03:00 may still lie ahead.
    clock: (dayOffset) => midnight - (1 + (dayOffset % 20)) * daySeconds + 3 * 3600 + (attempt % 3600),
  };
}

function addressOf(offset: number, index: number): string {
  const number = Number((BigInt(offset) + BigInt(index) * BigInt(addressStride)) % BigInt(addresses));
  const last = 1 + (number % 254);
  const rest = Math.floor(number / 254);
  return `${11 + Math.floor(rest / 65_536)}.${Math.floor(rest / 256) % 256}.${rest % 256}.${last}`;
}
