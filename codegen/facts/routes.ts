import type { Route } from '../model.ts';
import type { ProtocolFile, ProtocolVersion } from '../read/shapes.ts';

/** A route of an edition; `redirects` when it answers by sending the browser on. */
export interface EditionRoute extends Route {
  redirects?: true;
}

/** The routes a version names, else one for each end point, all of the same transport. */
export function routesOf(
  protocol: ProtocolFile,
  { routes, transport = protocol.transport }: ProtocolVersion,
  endpoints: readonly string[],
): EditionRoute[] {
  if (routes !== undefined) return routes.map(({ bodies = [], ...route }) => ({ ...route, bodies }));
  const { methods, bodies } = transport ?? { methods: ['GET'], bodies: [] };
  return endpoints.map((path) => ({ path, methods, bodies }));
}

/** The routes as facts. */
export function routeFacts(routes: readonly EditionRoute[]): Route[] {
  return routes.map(({ path, methods, bodies }) => ({ path, methods, bodies }));
}
