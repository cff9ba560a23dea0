/** The proofs of all faults, kept from run to run: a run of some of them leaves the others as they were. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Proof } from './proof.ts';

/** @param file one proof a line, as JSON; none yet is no proof */
export function readProofs(file: URL): Proof[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Proof);
}

export function writeProofs(file: URL, proofs: readonly Proof[]): void {
  writeFileSync(file, proofs.map((proof) => `${JSON.stringify(proof)}\n`).join(''));
}

/**
 * The earlier proofs with the new ones in their place, in the order of ids.
 *
 * @param faults those there are; proofs of others are dropped, and of those whose requirement is another one now
 */
export function renewed(
  earlier: readonly Proof[],
  proofs: readonly Proof[],
  faults: readonly { id: string; requirement: string }[],
): Proof[] {
  const requirements = new Map(faults.map(({ id, requirement }) => [id, requirement]));
  const all = new Map([...earlier, ...proofs].map((proof) => [proof.fault, proof]));
  return [...all.values()]
    .filter(({ fault, requirement }) => requirements.get(fault) === requirement)
    .sort((a, b) => (a.fault < b.fault ? -1 : 1));
}
