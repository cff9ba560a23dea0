/** Faults of events and of generation times. */
import { type ActionType, actionTypes } from '../../piwik/action.ts';
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { withFurther, withLink, withPart, withVisit } from './replace.ts';

type Type = ActionType['type'];

/** Texts of one kind of action type lose their last character. */
function cut(parameter: string, ...types: Type[]): Fault<Parts> {
  return {
    id: `piwik.${parameter}.cut`,
    requirement: `piwik.${parameter}.stored`,
    description: `What ${parameter} says loses its last character.`,
    apply: (parts) =>
      withPart(parts, 'actionTypeId', (sound) => (tracking, actionType) => {
        if (!types.includes(actionType.type)) return sound(tracking, actionType);
        return sound(tracking, { ...actionType, name: actionType.name.slice(0, -1) });
      }),
  };
}

export const eventFaults: readonly Fault<Parts>[] = [
  cut('e_c', actionTypes.eventCategory),
  cut('e_a', actionTypes.eventAction),
  cut('search', actionTypes.siteSearch),
  cut('link', actionTypes.outlink),
  cut('download', actionTypes.download),
  {
    id: 'piwik.event.lost',
    requirement: 'piwik.event.stored',
    description: 'An event makes a visit, but no action.',
    apply: (parts) =>
      withPart(parts, 'actionOfRequest', (sound) => (tracking, hit, request) => {
        return request.kind === 'event' ? undefined : sound(tracking, hit, request);
      }),
  },
  {
    id: 'piwik.event.category-enough',
    requirement: 'piwik.event.needs-both',
    description: 'e_c alone makes an event.',
    apply: (parts) =>
      withPart(parts, 'requestKind', (sound) => (parameters, site) => {
        const category = parameters.text('e_c');
        const request = sound(parameters, site);
        if (category === undefined || request.kind !== 'page-view') return request;
        return { kind: 'event', category, action: category };
      }),
  },
  {
    id: 'piwik.event.action-as-name',
    requirement: 'piwik.event.name-optional',
    description: 'An event without a name has its action as name.',
    apply: (parts) =>
      withLink(parts, (row) =>
        row.idaction_event_action === null || row.idaction_name !== null
          ? row
          : { ...row, idaction_name: row.idaction_event_action ?? null },
      ),
  },
  {
    id: 'piwik.event.uncounted',
    requirement: 'piwik.event.counted',
    description: 'A visit does not count its events.',
    apply: (parts) =>
      withFurther(
        withVisit(parts, (row) => ({ ...row, visit_total_events: 0 })),
        ({ visit_total_events: _dropped, ...others }) => others,
      ),
  },
  {
    id: 'piwik.event.first-counted',
    requirement: 'piwik.event.counted',
    description: 'A visit counts only the event it begins with.',
    apply: (parts) => withFurther(parts, ({ visit_total_events: _dropped, ...others }) => others),
  },
  {
    id: 'piwik.generation-time.unbounded',
    requirement: 'piwik.generation-time.bounds',
    description: 'Every generation time is stored, be it 0 or hours.',
    apply: (parts) =>
      withPart(parts, 'generationTime', () => (parameters) => parameters.integer('gt_ms')?.toString() ?? null),
  },
  {
    id: 'piwik.generation-time.everywhere',
    requirement: 'piwik.generation-time.page-only',
    description: 'Outlinks, downloads and events have generation times.',
    apply: (parts) =>
      withLink(parts, (row, hit) => ({
        ...row,
        custom_float: row.custom_float ?? parts.generationTime(hit.parameters),
      })),
  },
];
