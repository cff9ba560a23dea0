/** The end points of the server: which tracker answers where. */
import { editions } from './editions.ts';
import type { AllParts } from './faults/index.ts';
import type { Endpoint, Endpoints } from './http/routes.ts';
import { rememberingRequests } from './micro/requests.ts';
import type { Installation } from './piwik/installation.ts';
import { createTracker } from './piwik/serving.ts';
import type { Settings } from './settings/settings.ts';
import { createCollector } from './snowplow/collector.ts';
import type { Store } from './storage/store.ts';

export function endpointsOf(store: Store, settings: Settings, parts: AllParts, installation: Installation): Endpoints {
  const collector = createCollector(editions.snowplow, { store, settings, parts: parts.snowplow });
  const remembering = settings.snowplow.micro ? rememberingRequests(store, collector) : collector;
  const tracker = createTracker({ store, settings, parts: parts.piwik }, undefined, installation);
  return {
    ...named(editions.piwik.endpoints, { tracker }),
    ...named(editions.snowplow.endpoints, { tracker: remembering, methods: ['GET', 'HEAD'] }),
  };
}

function named(names: readonly string[], endpoint: Endpoint): Endpoints {
  return Object.fromEntries(names.map((name) => [name, endpoint]));
}
