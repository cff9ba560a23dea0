/** A title of the suite's own, without anything that a tracker could take apart. */
import type { Identity } from '../../model.ts';
import { type Pairs, wireOf } from './hit.ts';

/** The title of a slot; other slots and attempts have others. */
export function titleOf(slot: number, identity: Identity): string {
  return `Title ${identity.text(slot)}`;
}

export function titled(title: string): Pairs {
  return [['action_name', wireOf(title)]];
}
