/** Probes of the inside of an installation: what is asked of the database, of plugins and of tasks, and when. */
import type { LocationProvider } from '../../../reference-server/piwik/geolocation.ts';
import type { parts } from '../../../reference-server/piwik/parts.ts';
import { type Installed, installed, textOf } from '../installed.ts';
import { hit, later, superUser } from '../tracked.ts';
import { countingPlugin, tasksOf } from './inside-plugins.ts';

/** Everything that can be seen; the same each time. */
export type InsideProbe = (tracked: typeof parts) => Promise<unknown>;

const cacheReads: InsideProbe = async (tracked) => {
  const here = installed({ parts: tracked });
  const reads: number[] = [];
  for (let second = 0; second < 3; second += 1) {
    here.track(later(second));
    reads.push(here.reads());
  }
  here.settings('PUT', 'options/excluded_ips', ['203.0.113.10']);
  here.reads();
  for (let second = 3; second < 6; second += 1) {
    here.track(later(second));
    reads.push(here.reads());
  }
  here.settings('DELETE', 'options/excluded_ips');
  here.settings('PUT', 'sites/1/goals/7', { attribute: 'manually', revenue: '77' });
  here.track(later(9, { idgoal: 7 }));
  return [reads, here.rows('log_link_visit_action').length, here.rows('log_conversion')];
};

const pluginData: InsideProbe = async (tracked) => {
  const here = installed({ parts: tracked, plugins: [countingPlugin()] });
  here.track(hit());
  here.track(later(5000, {}, { headers: { ...hit().headers, 'x-change': '1' } }));
  here.track(later(10000));
  here.track(later(10001));
  return visitsOf(here);
};

const tasks: InsideProbe = async (tracked) => {
  const log: string[] = [];
  const here = installed({ parts: tracked, plugins: [tasksOf(log)] });
  const step = async (name: string, request = hit()) => {
    log.push(name);
    here.track(request);
    log.push('answered');
    await here.settled();
  };
  await step('from the command line', hit({}, { address: '' }));
  await step('authenticated', hit({ token_auth: superUser }));
  await step('plain');
  await step('soon after', later(60));
  await step('after the interval', later(3601));
  here.settings('PUT', 'options/record_statistics', false);
  await step('not recording', later(9000));
  return [log, here.reports];
};

const eastward: LocationProvider = { id: 'eastward', locate: () => ({ location_country: 'jp' }) };
const westward: LocationProvider = { id: 'westward', locate: () => ({ location_country: 'us' }) };
const closed: LocationProvider = { ...westward, id: 'closed', isAvailable: () => 'closed' };

const places: InsideProbe = async (tracked) => {
  const providers = new Map([eastward, westward, closed].map((provider) => [provider.id, provider]));
  const here = installed({
    parts: tracked,
    loaded: { providers },
    options: { 'usercountry.location_provider': 'eastward' },
  });
  here.track(hit());
  for (const id of ['westward', 'closed']) {
    here.settings('PUT', 'options/usercountry.location_provider', id);
    here.track(hit({ token_auth: superUser, new_visit: 1 }));
  }
  return visitsOf(here);
};

const strangers: InsideProbe = async (tracked) => {
  const here = installed({ parts: tracked, options: { debug: true } });
  return textOf(here.track(hit()));
};

function visitsOf(here: Installed) {
  return [here.rows('log_visit'), here.reports];
}

export const insideProbes: readonly InsideProbe[] = [cacheReads, pluginData, tasks, places, strangers];
