/** Faults of the tracker cache. */
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { withPart } from './replace.ts';

/** Content that is asked for once and never again. */
function askedOnce(parts: Parts): Parts {
  const once = <Input extends unknown[], Result>(sound: (...input: Input) => Result) => {
    let first: { result: Result } | undefined;
    return (...input: Input) => {
      first ??= { result: sound(...input) };
      return first.result;
    };
  };
  return { ...parts, generalContent: once(parts.generalContent) };
}

export const trackerCacheFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.tracker-cache.never-kept',
    requirement: 'piwik.tracker-cache.not-each-request',
    description: 'Every request reads sites and options from the database.',
    apply: (parts) =>
      withPart(parts, 'cachedSettings', (sound) => (cache) => {
        cache.invalidate('everything');
        return sound(cache);
      }),
  },
  {
    id: 'piwik.tracker-cache.provider-never-changes',
    requirement: 'piwik.tracker-cache.provider-cached',
    description: 'The location provider is kept beside the cache: a change of the option is not seen.',
    apply: (parts) =>
      withPart(parts, 'chosenProvider', (sound) => {
        let first: ReturnType<typeof sound> | undefined;
        return (tracking) => {
          first ??= sound(tracking);
          return first;
        };
      }),
  },
  {
    id: 'piwik.tracker-cache.options-never-kept',
    requirement: 'piwik.tracker-cache.exclusions-cached',
    description: 'Every request reads the options from the database, and with them whom to exclude.',
    apply: (parts) =>
      withPart(parts, 'cachedSettings', (sound) => (cache) => {
        cache.invalidate('general');
        return sound(cache);
      }),
  },
  {
    id: 'piwik.tracker-cache.not-stored-again',
    requirement: 'piwik.tracker-cache.stored-again',
    description: 'After a change every request reads the database.',
    apply: (parts) => {
      let changed = false;
      const noticing = withPart(parts, 'invalidateChanged', (sound) => (cache, part) => {
        changed = true;
        sound(cache, part);
      });
      return withPart(noticing, 'cachedSettings', (sound) => (cache) => {
        if (changed) cache.invalidate('everything');
        return sound(cache);
      });
    },
  },
  {
    id: 'piwik.tracker-cache.changes-unseen',
    requirement: 'piwik.tracker-cache.invalidated',
    description: 'What is changed is seen only when the cache is too old.',
    apply: (parts) => withPart(parts, 'invalidateChanged', () => () => {}),
  },
  {
    id: 'piwik.tracker-cache.sites-unseen',
    requirement: 'piwik.tracker-cache.queried-again',
    description: 'Changes of options are seen at once, those of sites are not.',
    apply: (parts) =>
      withPart(
        parts,
        'invalidateChanged',
        (sound) => (cache, part) => sound(cache, part === 'general' ? part : 'general'),
      ),
  },
  {
    id: 'piwik.tracker-cache.no-general-data',
    requirement: 'piwik.tracker-cache.general-data',
    description: 'Plugins are not asked for data of the general cache.',
    apply: (parts) => withPart(parts, 'generalContent', () => () => ({})),
  },
  {
    id: 'piwik.tracker-cache.no-site-data',
    requirement: 'piwik.tracker-cache.site-data',
    description: 'Plugins are not asked for data of sites.',
    apply: (parts) => withPart(parts, 'siteContent', () => () => ({})),
  },
  {
    id: 'piwik.tracker-cache.plugins-unheard',
    requirement: 'piwik.tracker-cache.invalidated-by-plugin',
    description: 'A plugin that invalidates the cache is not heard.',
    apply: (parts) => withPart(parts, 'invalidateByPlugin', () => () => {}),
  },
  {
    id: 'piwik.tracker-cache.asked-once',
    requirement: 'piwik.tracker-cache.plugin-data-again',
    description: 'Plugins are asked for their data once, and never again.',
    apply: askedOnce,
  },
];
