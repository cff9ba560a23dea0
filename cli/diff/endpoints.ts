import type { Facts, Route } from '../../generated/model.ts';
import type { ChangedEndpoint, Difference } from './model.ts';

/** End points that only one version has, and those that take other methods or bodies. */
export function endpointsBetween(from: Facts, to: Facts): Difference['endpoints'] {
  return {
    added: to.routes.filter(({ path }) => !routeOf(from, path)),
    removed: from.routes.filter(({ path }) => !routeOf(to, path)),
    changed: from.routes.flatMap((route) => changed(route, routeOf(to, route.path))),
  };
}

/** The route of a version that ends so. */
export function routeOf({ routes }: Facts, path: string): Route | undefined {
  return routes.find((route) => route.path === path);
}

function changed(before: Route, after: Route | undefined): ChangedEndpoint[] {
  if (!after) return [];
  const changes = (['methods', 'bodies'] as const)
    .map((what) => ({ what, from: before[what].join(', '), to: after[what].join(', ') }))
    .filter(({ from, to }) => from !== to);
  return changes.length === 0 ? [] : [{ path: before.path, changes }];
}
