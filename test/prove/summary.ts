/** What all proofs say together. */
import type { Proof } from './proof.ts';

export interface Summary {
  proofs: number;
  /** Proofs with a seed at which no check of the requirement failed. */
  survivors: Proof[];
  /** Proofs whose full run showed nothing: rare faults may hide from a few runs. */
  unseen: Proof[];
  /** Proofs whose full run names another requirement first. */
  misnamed: Proof[];
  /** Faults said to be rare that more runs show than the limit. */
  frequent: Proof[];
  /** Requirements beside the right one that fail in a full run: sum over all proofs. */
  others: number;
}

/** A fault is rare when fewer of the runs show it. */
export const rareShare = 0.1;
/** Of the faults, so many must be named first. */
export const leastNamed = 0.95;

/** @param rare ids of the faults that are said to be rare */
export function summarise(proofs: readonly Proof[], rare: ReadonlySet<string>): Summary {
  return {
    proofs: proofs.length,
    survivors: proofs.filter(({ caught }) => caught.includes(null)),
    unseen: proofs.filter(({ named }) => named === null),
    misnamed: proofs.filter(({ named, requirement }) => named !== null && named !== requirement),
    frequent: proofs.filter(({ fault, share }) => rare.has(fault) && share >= rareShare),
    others: proofs.reduce((sum, { others }) => sum + others, 0),
  };
}

/** Of the faults that a full run shows, the share whose requirement it names first: 0 to 1. */
export function namedShare({ proofs, unseen, misnamed }: Summary): number {
  const seen = proofs - unseen.length;
  return seen === 0 ? 0 : (seen - misnamed.length) / seen;
}
