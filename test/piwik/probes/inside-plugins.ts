/** Plugins that write down when they are asked. */
import type { CachePart, Plugin } from '../../../reference-server/piwik/extension/plugin.ts';

/** Counts in a column how often it was asked for its cached data; a hit with the header x-change changes that data. */
export function countingPlugin(): Plugin {
  const asked = { general: 0, site: 0 };
  let invalidate = (_part: CachePart): void => {};
  return {
    name: 'counting',
    columns: [
      { record: 'log_visit', column: 'device_brand', kind: 'text', description: 'What the plugin knows.' },
      { record: 'log_visit', column: 'asked', kind: 'text', description: 'How often it was asked for its data.' },
    ],
    start(host) {
      invalidate = host.invalidate;
    },
    trackerCacheGeneral: () => ({ general: ++asked.general }),
    siteAttributes: () => ({ site: ++asked.site }),
    isExcludedVisit: ({ hit }) => (hit.headers['x-plugin'] === 'out' ? 'the plugin says so' : undefined),
    newVisitorInformation({ hit, cache }) {
      if (hit.headers['x-change'] === '1') invalidate('everything');
      const { general } = cache.general;
      // Sites are filled in the order of their ids.
      return { device_brand: 'brand', location_city: 'Plugin City', asked: `${general} ${cache.site.site}` };
    },
    existingVisitInformation: () => ({ device_brand: 'brand again' }),
  };
}

/** Three tasks of which the middle one fails. */
export function tasksOf(log: string[]): Plugin {
  return {
    name: 'tasks',
    tasks: [
      { name: 'first', every: 3600, run: () => void log.push('first') },
      {
        name: 'failing',
        every: 30,
        run() {
          throw new Error('on purpose');
        },
      },
      { name: 'daily', every: 86_400, run: async () => void log.push('daily') },
    ],
  };
}
