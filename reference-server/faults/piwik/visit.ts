/** Faults of visits: when they begin and end, and what their rows hold. */
import { fromSqlTime } from '../../piwik/forms/date-time.ts';
import type { Parts } from '../../piwik/parts.ts';
import type { Row } from '../../storage/store.ts';
import type { Fault } from '../fault.ts';
import { withFurther, withLink, withPart, withVisit } from './replace.ts';

/** Keeps a column of a visit from being updated. */
function frozen(parts: Parts, ...columns: string[]): Parts {
  return withFurther(parts, (row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name))),
  );
}

/** The end of a visit, in seconds since the last action. */
function withLength(parts: Parts, seconds: number): Parts {
  return withPart(parts, 'sameVisit', () => (visit, now) => now - visit.lastAction <= seconds);
}

export const visitFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.visit.without-action',
    requirement: 'piwik.visit.action-recorded',
    description: 'An action without cdt is stored with the visit before its own.',
    apply: (parts) =>
      withLink(parts, (row, { parameters }) => {
        return parameters.has('cdt') ? row : { ...row, idvisit: Number(row.idvisit) - 1 };
      }),
  },
  {
    id: 'piwik.visit.begun-twice',
    requirement: 'piwik.visit.new',
    description: 'A request of a visitor who is not known begins two visits.',
    apply: (parts) =>
      withPart(parts, 'startVisit', (sound) => (tracking, hit, sender, deed) => {
        const { idvisitor } = sound(tracking, hit, sender, deed);
        return sound(tracking, hit, { ...sender, visitorId: idvisitor }, deed);
      }),
  },
  {
    id: 'piwik.visit.boundary-seconds-early',
    requirement: 'piwik.visit.within-30-minutes',
    description: 'A visit ends a few seconds before the 30 minutes.',
    apply: (parts) => withLength(parts, 1797),
  },
  {
    id: 'piwik.visit.boundary-a-minute-early',
    requirement: 'piwik.visit.within-30-minutes',
    description: 'A visit ends after 29 minutes.',
    apply: (parts) => withLength(parts, 1740),
  },
  {
    id: 'piwik.visit.never-ends',
    requirement: 'piwik.visit.over-30-minutes',
    description: 'A visit lasts a day from its last action.',
    apply: (parts) =>
      withPart(withLength(parts, 86_400), 'detectionWindow', (sound) => (now, options) => {
        return { ...sound(now, options), from: now - 86_400 };
      }),
  },
  {
    id: 'piwik.visit.gap-from-first-action',
    requirement: 'piwik.visit.gap-from-last-action',
    description: 'A visit ends 30 minutes after its first action.',
    apply: (parts) =>
      withPart(parts, 'sameVisit', () => (visit, now, options) => {
        return now - visit.firstAction <= options.visit_standard_length;
      }),
  },
  {
    id: 'piwik.visit.never-forced',
    requirement: 'piwik.visit.forced',
    description: 'new_visit is not obeyed.',
    apply: (parts) => withPart(parts, 'forcesNewVisit', () => () => false),
  },
  {
    id: 'piwik.visit.late-hits-apart',
    requirement: 'piwik.visit.earlier-request',
    description: 'A request dated before the last action begins a new visit.',
    apply: (parts) =>
      withPart(parts, 'sameVisit', (sound) => (visit, now, options) => {
        return now >= visit.lastAction && sound(visit, now, options);
      }),
  },
];

const zero: Row = { visit_entry_idaction_url: 0, visit_entry_idaction_name: 0 };

/** Columns of visits. */
export const visitColumnFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.visit.no-entry',
    requirement: 'piwik.visit.entry',
    description: 'A visit does not tell where it began.',
    apply: (parts) => withVisit(parts, (row) => ({ ...row, ...zero })),
  },
  {
    id: 'piwik.visit.exit-kept',
    requirement: 'piwik.visit.exit',
    description: 'A further page view does not move the exit of its visit.',
    apply: (parts) =>
      withFurther(parts, (row, { parameters }) => {
        if (parameters.has('link') || parameters.has('download')) return row;
        const { visit_exit_idaction_url: _url, visit_exit_idaction_name: _name, ...others } = row;
        return others;
      }),
  },
  {
    id: 'piwik.visit.actions-uncounted',
    requirement: 'piwik.visit.total-actions',
    description: 'A visit counts one action, however many there are.',
    apply: (parts) => frozen(parts, 'visit_total_actions'),
  },
  {
    id: 'piwik.visit.first-time-moves',
    requirement: 'piwik.visit.first-action-time',
    description: 'The time of the first action moves on with each request.',
    apply: (parts) =>
      withFurther(parts, (row) => ({ ...row, visit_first_action_time: row.visit_last_action_time ?? null })),
  },
  {
    id: 'piwik.visit.last-time-stays',
    requirement: 'piwik.visit.last-action-time',
    description: 'The time of the last action is a minute behind.',
    apply: (parts) =>
      withFurther(parts, (row) => ({
        ...row,
        visit_last_action_time: minuteBefore(String(row.visit_last_action_time)),
      })),
  },
  {
    id: 'piwik.visit.total-time-zero',
    requirement: 'piwik.visit.total-time',
    description: 'Every visit lasts 0 seconds.',
    apply: (parts) => frozen(parts, 'visit_total_time'),
  },
  {
    id: 'piwik.visit.time-spent-lost',
    requirement: 'piwik.visit.time-spent',
    description: 'An action does not tell how long the one before it lasted.',
    apply: (parts) => withPart(parts, 'timeSpent', () => () => 0),
  },
  {
    id: 'piwik.res.cut',
    requirement: 'piwik.res.stored',
    description: 'A resolution loses what lies behind its sixth character.',
    apply: (parts) => withPart(parts, 'resolution', (sound) => (parameters) => sound(parameters).slice(0, 6)),
  },
];

function minuteBefore(time: string): string {
  return new Date((fromSqlTime(time) - 60) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}
