/** Which part of the server answers: told by the last path segment, so that any prefix may stand before it. */
import type { Tracker } from '../model.ts';

export type Route =
  | { kind: 'tracker'; tracker: Tracker }
  | { kind: 'records'; protocol: string; record: string }
  | { kind: 'micro'; view: string }
  | { kind: 'settings'; what: string }
  | { kind: 'health' }
  | { kind: 'wrong-method'; allowed: string }
  | { kind: 'unknown' };

export interface Endpoint {
  tracker: Tracker;
  /** Undefined: every method is a hit. */
  methods?: readonly string[];
}

/** Endpoints by last path segment. */
export type Endpoints = Readonly<Record<string, Endpoint>>;

const records = /(?:^|\/)records\/([^/]+)\/([^/]+)$/;
const micro = /(?:^|\/)micro\/([^/]+)$/;
const settings = /(?:^|\/)settings\/piwik\/(.+)$/;
const readMethods = ['GET', 'HEAD'];

export function findRoute(endpoints: Endpoints, method: string, path: string): Route {
  const last = path.slice(path.lastIndexOf('/') + 1);
  const door = records.exec(path);
  if (door !== null) {
    return readOnly(method, { kind: 'records', protocol: door[1] as string, record: door[2] as string });
  }
  const view = micro.exec(path)?.[1];
  if (view !== undefined) return { kind: 'micro', view };
  const what = settings.exec(path)?.[1];
  if (what !== undefined) return { kind: 'settings', what };
  if (Object.hasOwn(endpoints, last)) {
    const { tracker, methods } = endpoints[last] as Endpoint;
    if (methods !== undefined && !methods.includes(method))
      return { kind: 'wrong-method', allowed: methods.join(', ') };
    return { kind: 'tracker', tracker };
  }
  return last === 'health' ? readOnly(method, { kind: 'health' }) : { kind: 'unknown' };
}

function readOnly(method: string, route: Route): Route {
  return readMethods.includes(method) ? route : { kind: 'wrong-method', allowed: readMethods.join(', ') };
}
