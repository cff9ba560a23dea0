/** Faults of outlinks and downloads, and of the precedence of kinds. */
import { actionTypes } from '../../piwik/action.ts';
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { withExclusion, withFurther, withLink, withPart } from './replace.ts';
import { unread } from './unread.ts';

type Leaving = 'outlink' | 'download';

/** The faults that outlinks and downloads have alike. */
function leaving(kind: Leaving, parameter: string): Fault<Parts>[] {
  const otherKind = kind === 'outlink' ? 'download' : 'outlink';
  return [
    {
      id: `piwik.${kind}.as-${otherKind}`,
      requirement: `piwik.${kind}.recorded`,
      description: `What ${parameter} says is stored with the number of a ${otherKind}.`,
      apply: (parts) =>
        withPart(parts, 'actionTypeRow', (sound) => (actionType, hash) => {
          const isOfKind = actionType.type === actionTypes[kind];
          return sound(isOfKind ? { ...actionType, type: actionTypes[otherKind] } : actionType, hash);
        }),
    },
    {
      id: `piwik.${kind}.with-title`,
      requirement: `piwik.${kind}.no-title`,
      description: `The title of the page is stored with what ${parameter} says.`,
      apply: (parts) =>
        withPart(parts, 'actionOfRequest', (sound) => (tracking, hit, request) => {
          const action = sound(tracking, hit, request);
          const title = parts.pageTitle(hit.parameters.text('action_name'), tracking.settings.piwik);
          if (action?.kind !== kind || title === undefined) return action;
          return { ...action, name: { type: actionTypes.pageTitle, name: title, prefix: null } };
        }),
    },
    {
      id: `piwik.${kind}.no-exit`,
      requirement: `piwik.${kind}.exit`,
      description: `What ${parameter} says is not the exit of its visit.`,
      apply: (parts) =>
        withFurther(parts, (row, hit) => {
          if (!hit.parameters.has(parameter)) return row;
          const { visit_exit_idaction_url: _dropped, ...others } = row;
          return others;
        }),
    },
  ];
}

/** Parameters of the kind that should win are not read when those of the other are there. */
function other(name: string, requirement: string, wins: string, ...loses: string[]): Fault<Parts> {
  return {
    id: `piwik.request-kinds.${name}`,
    requirement: `piwik.request-kinds.${requirement}`,
    description: `A request with ${wins} is never one by ${loses.join(' or ')}.`,
    apply: (parts) =>
      withPart(parts, 'requestKind', (sound) => (parameters, site) => {
        return sound(parameters.has(wins) ? unread(parameters, loses) : parameters, site);
      }),
  };
}

export const leavingFaults: readonly Fault<Parts>[] = [
  ...leaving('outlink', 'link'),
  ...leaving('download', 'download'),
  other('link-before-goal', 'goal-before-action', 'link', 'idgoal'),
  other('download-before-goal', 'goal-before-action', 'download', 'idgoal'),
  other('link-before-download', 'download-before-link', 'link', 'download'),
  other('event-before-link', 'link-before-event', 'e_c', 'link'),
  other('search-before-event', 'event-before-search', 'search', 'e_c', 'e_a'),
  {
    id: 'piwik.request-kinds.page-views-lost',
    requirement: 'piwik.request-kinds.page-view',
    description: 'A page view makes a visit, but no action.',
    apply: (parts) =>
      withPart(parts, 'actionOfRequest', (sound) => (tracking, hit, request) => {
        return request.kind === 'page-view' ? undefined : sound(tracking, hit, request);
      }),
  },
  {
    id: 'piwik.request-kinds.outlink-with-revenue',
    requirement: 'piwik.request-kinds.one-kind',
    description: 'A click on a link converts a goal when it comes with a revenue.',
    apply: (parts) =>
      withPart(parts, 'requestKind', (sound) => (parameters, site) => {
        const request = sound(parameters, site);
        const [goal] = site.goals;
        return request.kind === 'outlink' && goal && parameters.has('revenue')
          ? { kind: 'goal', goal: goal.id }
          : request;
      }),
  },
  {
    id: 'piwik.request-kinds.goal-with-page-view',
    requirement: 'piwik.conversion.no-action',
    description: 'A request that converts a goal stores a page view, too.',
    apply: (parts) =>
      withPart(parts, 'actionOfRequest', (sound) => (tracking, hit, request) => {
        return sound(tracking, hit, request.kind === 'goal' ? { kind: 'page-view' } : request);
      }),
  },
  {
    id: 'piwik.request-kinds.example-refused',
    requirement: 'piwik.request-kinds.seed-example',
    description: 'A request with a local time and another sign than x in its resolution is not stored.',
    apply: (parts) =>
      withExclusion(parts, ({ parameters }) => {
        return parameters.has('h') && /^\d+[^\dx]+\d+$/.test(parameters.text('res') ?? '');
      }),
  },
  {
    id: 'piwik.visit.came-from-nowhere',
    requirement: 'piwik.visit.came-from',
    description: 'An action does not tell from which page the visitor came.',
    apply: (parts) => withLink(parts, (row) => ({ ...row, idaction_url_ref: 0, idaction_name_ref: 0 })),
  },
];
