/** Faults of what a conversion copies, and of what it is credited to. */
import type { Parts } from '../../piwik/parts.ts';
import { referrerTypes } from '../../piwik/referrer.ts';
import type { Row } from '../../storage/store.ts';
import type { Fault } from '../fault.ts';
import { withConversion, withFurther, withPart } from './replace.ts';

/** Changes to what a conversion is credited whose request has this parameter. */
function withCredit(parts: Parts, name: string, change: (row: Row) => Row): Parts {
  return withPart(parts, 'conversionColumns', (sound) => (tracking, hit, visit) => {
    const columns = sound(tracking, hit, visit);
    return hit.parameters.has(name) ? { ...columns, ...change(columns) } : columns;
  });
}

export const creditFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.conversion.campaign-as-website',
    requirement: 'piwik.conversion.campaign',
    description: 'A conversion is credited to the campaign its request names as if that were a website.',
    apply: (parts) => withCredit(parts, '_rcn', () => ({ referer_type: referrerTypes.website })),
  },
  {
    id: 'piwik._rcn.lost',
    requirement: 'piwik._rcn.stored',
    description: 'A conversion credited to the campaign in _rcn does not name it.',
    apply: (parts) => withCredit(parts, '_rcn', () => ({ referer_name: '' })),
  },
  {
    id: 'piwik._ref.lost',
    requirement: 'piwik._ref.stored',
    description: 'A conversion credited to the address in _ref does not name its website or search engine.',
    apply: (parts) => withCredit(parts, '_ref', () => ({ referer_name: '' })),
  },
  {
    id: 'piwik.conversion.referred-lost',
    requirement: 'piwik.conversion.referrer',
    description: 'A conversion whose request names a referrer is not stored.',
    apply: (parts) =>
      withPart(parts, 'convertGoal', (sound) => (tracking, hit, visit, goal, by) => {
        if (!hit.parameters.has('_ref')) sound(tracking, hit, visit, goal, by);
      }),
  },
  {
    id: 'piwik.conversion.credited-to-nobody',
    requirement: 'piwik.conversion.visit-referrer',
    description: 'A conversion whose request names no referrer is direct.',
    apply: (parts) =>
      withPart(parts, 'conversionColumns', (sound) => (tracking, hit, visit) => {
        const columns = sound(tracking, hit, visit);
        if (hit.parameters.has('_rcn') || hit.parameters.has('_ref')) return columns;
        return { ...columns, referer_type: 1, referer_name: '', referer_keyword: '' };
      }),
  },
  {
    id: 'piwik.conversion.credited-today',
    requirement: 'piwik.conversion.day',
    description: 'The day of the credit to a campaign is that of the conversion.',
    apply: (parts) =>
      withCredit(parts, '_rcn', (row) => ({ referer_visit_server_date: String(row.server_time).slice(0, 10) })),
  },
  {
    id: 'piwik.conversion.visit-unmarked',
    requirement: 'piwik.conversion.visit-marked',
    description: 'The visit of a conversion is not marked as converted.',
    apply: (parts) => {
      const unmarked = withPart(parts, 'startVisit', (sound) => (tracking, hit, sender, deed) => {
        return sound(tracking, hit, sender, { ...deed, flags: { ...deed.flags, converted: false } });
      });
      return withPart(unmarked, 'continueVisit', (sound) => (tracking, hit, visit, deed) => {
        return sound(tracking, hit, visit, { ...deed, flags: { ...deed.flags, converted: false } });
      });
    },
  },
  {
    id: 'piwik.conversion.visit-of-its-own',
    requirement: 'piwik.conversion.visit-continued',
    description: 'A conversion more than a quarter of an hour after the last action begins a visit of its own.',
    apply: (parts) =>
      withPart(parts, 'recognisedVisit', (sound) => (tracking, hit, visitor, configId) => {
        const visit = sound(tracking, hit, visitor, configId);
        const isLate = visit !== undefined && hit.now - visit.lastAction > 900;
        return isLate && (hit.parameters.integer('idgoal') ?? 0) > 0 ? undefined : visit;
      }),
  },
  {
    id: 'piwik.conversion.not-copied',
    requirement: 'piwik.conversion.copied',
    description: 'A conversion has no country and no custom variables.',
    apply: (parts) =>
      withConversion(parts, (row) => ({ ...row, location_country: 'xx', custom_var_k1: null, custom_var_v1: null })),
  },
  {
    id: 'piwik.conversion.own-variables-lost',
    requirement: 'piwik.conversion.copied',
    description: 'A conversion that sends custom variables bears none.',
    apply: (parts) =>
      withPart(parts, 'conversionColumns', (sound) => (tracking, hit, visit) => {
        const columns = sound(tracking, hit, visit);
        const own = parts.customVariables(hit.parameters.json('_cvar'));
        return { ...columns, ...Object.fromEntries(Object.keys(own).map((column) => [column, null])) };
      }),
  },
  {
    id: 'piwik.conversion.url-lost',
    requirement: 'piwik.conversion.url-stored',
    description: 'A conversion has no address.',
    apply: (parts) => withConversion(parts, (row) => ({ ...row, url: '' })),
  },
  {
    id: 'piwik.conversion.no-sign-of-life',
    requirement: 'piwik.visit.conversion-is-activity',
    description: 'A conversion leaves the time of the last action as it was.',
    apply: (parts) =>
      withFurther(parts, (row, hit) => {
        if (!hit.parameters.has('idgoal')) return row;
        const { visit_last_action_time: _dropped, ...others } = row;
        return others;
      }),
  },
];
