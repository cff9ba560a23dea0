/** What one person does in turn: each step a request at a time of its own, the gaps chosen and never computed back. */
import type { OutgoingRequest, TargetFacts } from '../../model.ts';
import { get, type Pairs } from './hit.ts';
import { hitOf, type Person } from './person.ts';

export interface Step {
  who: Person;
  pairs: Pairs;
  /** Seconds since 1970. */
  at: number;
}

export function requestsOf(steps: readonly Step[], target: TargetFacts): OutgoingRequest[] {
  return steps.map(({ who, pairs, at }) => get(hitOf(who, target, pairs, at)));
}

/** The moments that follow `start` after each gap in turn, `start` first. */
export function moments(start: number, gaps: readonly number[]): number[] {
  const times = [start];
  for (const gap of gaps) times.push((times.at(-1) ?? start) + gap);
  return times;
}
