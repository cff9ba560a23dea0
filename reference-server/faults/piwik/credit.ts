/** Faults of what a conversion copies, and of what it is credited to. */
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { withConversion, withFurther, withPart, withValue } from './replace.ts';

export const creditFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.conversion.campaign-unread',
    requirement: 'piwik.conversion.campaign',
    description: 'A conversion is never credited to the campaign its request names.',
    apply: (parts) =>
      withValue(
        withValue(parts, '_rcn', () => undefined),
        '_rck',
        () => undefined,
      ),
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
    description: 'The day of the credit is that of the conversion.',
    apply: (parts) =>
      withConversion(parts, (row) => ({ ...row, referer_visit_server_date: String(row.server_time).slice(0, 10) })),
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
    description: 'A conversion begins a visit of its own.',
    apply: (parts) =>
      withPart(parts, 'forcesNewVisit', (sound) => (hit, options) => {
        return (hit.parameters.integer('idgoal') ?? 0) > 0 || sound(hit, options);
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
