/** The end points of the server: which tracker answers where. */
import { editions } from './editions.ts';
import { brokenParts } from './faults/index.ts';
import type { Endpoint, Endpoints } from './http/routes.ts';
import { rememberingRequests } from './micro/requests.ts';
import { createTracker } from './piwik/tracker.ts';
import type { Settings } from './settings/settings.ts';
import { createCollector } from './snowplow/collector.ts';
import type { Store } from './storage/store.ts';

/** Throws when a fault id is unknown. */
export function endpointsOf(store: Store, settings: Settings, faults: readonly string[]): Endpoints {
  const parts = brokenParts(faults);
  const collector = createCollector(editions.snowplow, { store, settings, parts: parts.snowplow });
  const remembering = settings.snowplow.micro ? rememberingRequests(store, collector) : collector;
  const tracker = createTracker({ store, settings, parts: parts.piwik });
  return {
    ...named(editions.piwik.endpoints, { tracker }),
    ...named(editions.snowplow.endpoints, { tracker: remembering, methods: ['GET', 'HEAD'] }),
  };
}

function named(names: readonly string[], endpoint: Endpoint): Endpoints {
  return Object.fromEntries(names.map((name) => [name, endpoint]));
}
