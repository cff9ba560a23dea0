import { createIdentities } from './identity.ts';
import type { RunOptions } from './options.ts';
import type { Plan, PlannedProtocol } from './plan.ts';

/** What a run is about to send. */
export interface Forecast {
  /** Requests of all cases; a failing run repeats some. */
  requests: number;
  /** How long they take at the pace of the run; undefined where it has none. */
  seconds: number | undefined;
}

/** Renders every case to count its requests; none may be more than the limits of the run allow. */
export function forecastOf({ target, rate }: Plan, protocol: PlannedProtocol, limits: RunOptions): Forecast {
  const identities = createIdentities();
  const cases = [...protocol.cases.flat(), ...protocol.last];
  const all = cases.map(({ experiment, plan }) => experiment.render(plan, identities.next(), target).requests.length);
  const sum = all.reduce((total, count) => total + count, 0);
  const requests = Math.min(sum, limits.maxRequests ?? sum);
  const seconds = rate === undefined ? undefined : requests / rate;
  return { requests, seconds: seconds && Math.min(seconds, limits.maxSeconds ?? seconds) };
}
