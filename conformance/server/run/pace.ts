import { setTimeout as delay } from 'node:timers/promises';

/**
 * Waits for the turn of one request.
 *
 * @returns false, without waiting, when the turn would come after `left` milliseconds
 */
export type Pace = (left: number) => Promise<boolean>;

/** At most `perSecond` requests a second, evenly spread; undefined does not wait. */
export function createPace(perSecond: number | undefined): Pace {
  if (perSecond === undefined) return async (left) => left > 0;
  const interval = 1000 / perSecond;
  let next = 0;
  return async (left) => {
    const now = performance.now();
    const turn = Math.max(now, next);
    if (turn - now >= left) return false;
    next = turn + interval;
    if (turn > now) await delay(turn - now);
    return true;
  };
}
