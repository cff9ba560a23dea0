import { setTimeout as delay } from 'node:timers/promises';

/** Waits for its turn before each request. */
export type Pace = () => Promise<void>;

/** At most `perSecond` requests a second, evenly spread; undefined does not wait. */
export function createPace(perSecond: number | undefined): Pace {
  if (perSecond === undefined) return async () => {};
  const interval = 1000 / perSecond;
  let next = 0;
  return async () => {
    const now = performance.now();
    const turn = Math.max(now, next);
    next = turn + interval;
    if (turn > now) await delay(turn - now);
  };
}
