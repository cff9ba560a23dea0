/** Faults of conversions. */
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { withConversion, withPart } from './replace.ts';

export const conversionFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.conversion.lost',
    requirement: 'piwik.conversion.by-hand',
    description: 'A conversion whose client names a revenue is not stored, only its visit.',
    apply: (parts) =>
      withPart(parts, 'convertGoal', (sound) => (tracking, hit, visit, goal, by) => {
        if (by !== undefined || hit.parameters.decimal('revenue') === undefined) sound(tracking, hit, visit, goal, by);
      }),
  },
  {
    id: 'piwik.conversion.with-action',
    requirement: 'piwik.conversion.no-action',
    description: 'A conversion stores the page it happened on as an action.',
    apply: (parts) =>
      withPart(parts, 'actionOfRequest', (sound) => (tracking, hit, request) => {
        return sound(tracking, hit, request.kind === 'goal' ? { kind: 'page-view' } : request);
      }),
  },
  {
    id: 'piwik.conversion.of-another-site',
    requirement: 'piwik.conversion.goal-of-site',
    description: 'A conversion is stored for the site behind its own.',
    apply: (parts) => withConversion(parts, (row) => ({ ...row, idsite: Number(row.idsite) + 1 })),
  },
  {
    id: 'piwik.conversion.revenue-of-page-views',
    requirement: 'piwik.conversion.revenue-needs-goal',
    description: 'A page view with a revenue converts the first goal the client can name.',
    apply: (parts) =>
      withPart(parts, 'requestKind', (sound) => (parameters, site) => {
        const request = sound(parameters, site);
        const goal = site.goals.find(({ attribute }) => attribute === 'manually');
        if (request.kind !== 'page-view' || goal === undefined || !parameters.has('revenue')) return request;
        return { kind: 'goal', goal: goal.id };
      }),
  },
  {
    id: 'piwik.conversion.no-default',
    requirement: 'piwik.conversion.default-revenue',
    description: 'A conversion without revenue earns nothing.',
    apply: (parts) =>
      withPart(parts, 'goalRevenue', (sound) => (hit, goal, reached) => sound(hit, { ...goal, revenue: '0' }, reached)),
  },
  {
    id: 'piwik.conversion.several-times',
    requirement: 'piwik.conversion.once-a-visit',
    description: 'Each goal is converted as often as it is reached.',
    apply: (parts) =>
      withPart(parts, 'goalBuster', (sound) => (tracking, hit, idvisit, goal) => {
        return sound(tracking, hit, idvisit, { ...goal, allowMultiple: true });
      }),
  },
  {
    id: 'piwik.conversion.only-once',
    requirement: 'piwik.conversion.every-time',
    description: 'Each goal is converted once a visit, whatever the site says.',
    apply: (parts) =>
      withPart(parts, 'goalBuster', (sound) => (tracking, hit, idvisit, goal) => {
        return sound(tracking, hit, idvisit, { ...goal, allowMultiple: false });
      }),
  },
  {
    id: 'piwik.conversion.unknown-goal-as-page',
    requirement: 'piwik.conversion.unknown-goal',
    description: 'A request with an unknown goal is a page view.',
    apply: (parts) =>
      withPart(parts, 'requestKind', (sound) => (parameters, site) => {
        const request = sound(parameters, site);
        if (request.kind !== 'goal') return request;
        const known = site.goals.some(({ id, deleted }) => id === request.goal && !deleted);
        return known ? request : { kind: 'page-view' };
      }),
  },
  {
    id: 'piwik.idgoal.other-goal',
    requirement: 'piwik.idgoal.stored',
    description: 'A conversion is stored with a number far above that of its goal.',
    apply: (parts) =>
      withConversion(parts, (row) => (Number(row.idgoal) > 0 ? { ...row, idgoal: Number(row.idgoal) + 1000 } : row)),
  },
  {
    id: 'piwik.revenue.float',
    requirement: 'piwik.revenue.stored',
    description: 'Revenue passes through single precision.',
    apply: (parts) => withConversion(parts, (row) => ({ ...row, revenue: String(Math.fround(Number(row.revenue))) })),
  },
  {
    id: 'piwik.revenue.whole',
    requirement: 'piwik.revenue.stored',
    description: 'Revenue is rounded to whole units.',
    apply: (parts) => withConversion(parts, (row) => ({ ...row, revenue: String(Math.round(Number(row.revenue))) })),
  },
];
