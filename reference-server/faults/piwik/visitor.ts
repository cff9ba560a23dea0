/** Faults of telling visitors apart and of what is known of their earlier visits. */
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { withLink, withPart, withVisit } from './replace.ts';
import { unread } from './unread.ts';

export const visitorFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.visitor-detection.ids-ignored',
    requirement: 'piwik.visitor-detection.known-id',
    description: 'A visitor whose configuration is new is new, whatever the _id.',
    apply: (parts) =>
      withPart(parts, 'recognisedVisit', (sound) => (tracking, hit, visitor, configId) => {
        const isNew = tracking.parts.visitOfConfiguration(tracking, hit, configId) === undefined;
        return isNew && !visitor?.forced ? undefined : sound(tracking, hit, visitor, configId);
      }),
  },
  {
    id: 'piwik.visitor-detection.configuration-ignored',
    requirement: 'piwik.visitor-detection.no-id',
    description: 'Visitors without an id are never known again.',
    apply: (parts) =>
      withPart(parts, 'recognisedVisit', (sound) => (tracking, hit, visitor, configId) => {
        return visitor === undefined ? undefined : sound(tracking, hit, visitor, configId);
      }),
  },
  {
    id: 'piwik.visitor-detection.ids-trusted',
    requirement: 'piwik.visitor-detection.unknown-id',
    description: 'A visitor whose id is new is new once five minutes have passed, whatever the configuration.',
    apply: (parts) =>
      withPart(parts, 'recognisedVisit', (sound) => (tracking, hit, visitor, configId) => {
        const visit = sound(tracking, hit, visitor, configId);
        const isOld = visit !== undefined && hit.now - visit.lastAction > 300;
        return visitor !== undefined && isOld && visitor.id !== visit.idvisitor ? undefined : visit;
      }),
  },
  {
    id: 'piwik.visitor-detection.one-for-all',
    requirement: 'piwik.visitor-detection.stranger',
    description: 'A stranger is the visitor who came before.',
    apply: (parts) => {
      let last: string | undefined;
      return withPart(parts, 'startVisit', (sound) => (tracking, hit, sender, deed) => {
        const visitorId = sender.recognised === undefined && last !== undefined ? last : sender.visitorId;
        const stored = sound(tracking, hit, { ...sender, visitorId }, deed);
        last = stored.idvisitor;
        return stored;
      });
    },
  },
  {
    id: 'piwik.visitor-detection.cid-not-enforced',
    requirement: 'piwik.visitor-detection.cid-enforced',
    description: 'A cid that is not known gives way to the configuration.',
    apply: (parts) =>
      withPart(parts, 'namedVisitor', (sound) => (hit, options) => {
        const named = sound(hit, options);
        return named && { ...named, forced: false };
      }),
  },
  {
    id: 'piwik.visitor-detection.cid-remembered',
    requirement: 'piwik.visitor-detection.cid-without-visit',
    description: 'A cid continues a visit of the last four hours.',
    apply: (parts) => {
      const long = (forced: boolean) => (forced ? 14_400 : 0);
      let forced = false;
      const named = withPart(parts, 'namedVisitor', (sound) => (hit, options) => {
        const visitor = sound(hit, options);
        forced = visitor?.forced ?? false;
        return visitor;
      });
      const found = withPart(named, 'detectionWindow', (sound) => (now, options) => {
        const window = sound(now, options);
        return { ...window, from: Math.min(window.from, now - long(forced)) };
      });
      return withPart(found, 'sameVisit', (sound) => (visit, now, options) => {
        return sound(visit, now, options) || now - visit.lastAction <= long(forced);
      });
    },
  },
  {
    id: 'piwik.visitor-detection.cid-always-new',
    requirement: 'piwik.visitor-detection.cid-with-visit',
    description: 'A cid always begins a new visit.',
    apply: (parts) =>
      withPart(parts, 'recognisedVisit', (sound) => (tracking, hit, visitor, configId) => {
        return visitor?.forced ? undefined : sound(tracking, hit, visitor, configId);
      }),
  },
  {
    id: 'piwik.visitor-detection.id-before-cid',
    requirement: 'piwik.visitor-detection.cid-before-id',
    description: '_id goes before cid.',
    apply: (parts) =>
      withPart(parts, 'namedVisitor', (sound) => (hit, options) => {
        const both = hit.parameters.text('_id') !== undefined;
        return sound(both ? { ...hit, parameters: unread(hit.parameters, ['cid']) } : hit, options);
      }),
  },
  {
    id: 'piwik.visitor-detection.configuration-first',
    requirement: 'piwik.visitor-detection.id-before-configuration',
    description: 'When id and configuration name two visitors, the configuration wins.',
    apply: (parts) =>
      withPart(parts, 'recognisedVisit', (sound) => (tracking, hit, visitor, configId) => {
        const byId = sound(tracking, hit, visitor, configId);
        if (visitor === undefined || visitor.forced) return byId;
        return tracking.parts.visitOfConfiguration(tracking, hit, configId) ?? byId;
      }),
  },
  {
    id: 'piwik.visitor-detection.last-id-stored',
    requirement: 'piwik.visitor-detection.first-id-kept',
    description: 'An action bears the id its own request named.',
    apply: (parts) =>
      withLink(parts, (row, hit) => {
        const named = hit.parameters.text('_id');
        return named === undefined ? row : { ...row, idvisitor: named.slice(0, 16).toLowerCase() };
      }),
  },
  {
    id: 'piwik.visitor-detection.made-up-each-time',
    requirement: 'piwik.visitor-detection.one-id-everywhere',
    description: 'For each action of a visitor without an id another one is made up.',
    apply: (parts) => {
      let count = 0;
      return withLink(parts, (row, { parameters }) => {
        if (parameters.text('_id') !== undefined || parameters.has('cid')) return row;
        count += 1;
        return { ...row, idvisitor: String(count).padStart(16, '0') };
      });
    },
  },
  {
    id: 'piwik.visitor-detection.same-made-up-id',
    requirement: 'piwik.visitor-detection.made-up-id',
    description: 'All visitors without an id get the same one.',
    apply: (parts) =>
      withPart(parts, 'startVisit', (sound) => (tracking, hit, sender, deed) => {
        return sound(tracking, hit, { ...sender, visitorId: sender.visitorId ?? '0123456789abcdef' }, deed);
      }),
  },
];

export const counterFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.visitor-counters.counted-up',
    requirement: 'piwik.visitor-counters.days',
    description: 'A part of a day since an earlier visit counts as a whole one.',
    apply: (parts) =>
      withPart(parts, 'visitorCounters', (sound) => (parameters, now, known) => {
        const daysSince = (time: number | undefined) => (time === undefined ? 0 : Math.ceil((now - time) / 86_400));
        return {
          ...sound(parameters, now, known),
          visitor_days_since_first: daysSince(parameters.integer('_idts')),
          visitor_days_since_last: daysSince(parameters.integer('_viewts')),
        };
      }),
  },
  {
    id: 'piwik.visitor-counters.always-new',
    requirement: 'piwik.visitor-counters.returning',
    description: 'No visit is stored as returning, but for buyers.',
    apply: (parts) => withVisit(parts, (row) => ({ ...row, visitor_returning: row.visitor_returning === 2 ? 2 : 0 })),
  },
  {
    id: 'piwik.visitor-counters.buyers-unknown',
    requirement: 'piwik.visitor-counters.buyer',
    description: 'A returning buyer is stored like any other visitor.',
    apply: (parts) =>
      withVisit(parts, (row) => ({
        ...row,
        visitor_returning: row.visitor_returning === 2 ? 1 : (row.visitor_returning ?? 0),
      })),
  },
];
