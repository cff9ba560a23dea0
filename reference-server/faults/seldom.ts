/** Faults that show now and then: as with one machine of a cluster that still runs the broken version. */
import type { Fault } from './fault.ts';

/** Parts of which each broken piece is used once in `oneIn` calls only. */
export function seldom<Parts extends object>(fault: Fault<Parts>, oneIn: number): (parts: Parts) => Parts {
  return (parts) => {
    const broken = fault.apply(parts);
    const mixed = Object.entries(broken).map(([name, piece]) => {
      const sound = parts[name as keyof Parts];
      return [name, piece === sound ? piece : alternating(sound, piece, oneIn)];
    });
    return Object.fromEntries(mixed) as Parts;
  };
}

function alternating(sound: unknown, broken: unknown, oneIn: number): unknown {
  if (typeof sound !== 'function' || typeof broken !== 'function') return broken;
  let calls = 0;
  return (...given: unknown[]) => {
    calls += 1;
    return (calls % oneIn === 0 ? broken : sound)(...given);
  };
}
