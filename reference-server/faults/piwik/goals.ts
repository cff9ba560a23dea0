/** Faults of goals that actions reach by themselves. */
import type { Parts } from '../../piwik/parts.ts';
import type { Goal } from '../../settings/settings.ts';
import type { Fault } from '../fault.ts';
import { withPart } from './replace.ts';

/** Goals of some kind are never reached. */
function unreached(parts: Parts, attribute: Goal['attribute']): Parts {
  return withPart(parts, 'goalSubject', (sound) => (goal, action) => {
    return goal.attribute === attribute ? undefined : sound(goal, action);
  });
}

export const goalFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.conversion.urls-unseen',
    requirement: 'piwik.conversion.by-url',
    description: 'Addresses of pages reach no goal.',
    apply: (parts) => unreached(parts, 'url'),
  },
  {
    id: 'piwik.conversion.titles-unseen',
    requirement: 'piwik.conversion.by-title',
    description: 'Titles reach no goal.',
    apply: (parts) => unreached(parts, 'title'),
  },
  {
    id: 'piwik.conversion.files-unseen',
    requirement: 'piwik.conversion.by-file',
    description: 'Downloads reach no goal.',
    apply: (parts) => unreached(parts, 'file'),
  },
  {
    id: 'piwik.conversion.outlinks-unseen',
    requirement: 'piwik.conversion.by-external-website',
    description: 'Outlinks reach no goal.',
    apply: (parts) => unreached(parts, 'external_website'),
  },
  {
    id: 'piwik.conversion.exact-contains',
    requirement: 'piwik.conversion.contains',
    description: 'A pattern that must be the whole text matches a part of it.',
    apply: (parts) =>
      withPart(parts, 'matches', (sound) => (pattern, text) => {
        return sound(pattern.patternType === 'exact' ? { ...pattern, patternType: 'contains' } : pattern, text);
      }),
  },
  {
    id: 'piwik.conversion.regex-as-text',
    requirement: 'piwik.conversion.regex',
    description: 'A regular expression is taken for a text.',
    apply: (parts) =>
      withPart(parts, 'matches', (sound) => (pattern, text) => {
        return sound(pattern.patternType === 'regex' ? { ...pattern, patternType: 'contains' } : pattern, text);
      }),
  },
  {
    id: 'piwik.conversion.regex-also-as-text',
    requirement: 'piwik.conversion.regex',
    description: 'A regular expression matches where it stands as a text, too, so that a broken one matches.',
    apply: (parts) =>
      withPart(parts, 'matches', (sound) => (pattern, text) => {
        if (pattern.patternType !== 'regex') return sound(pattern, text);
        return sound(pattern, text) || sound({ ...pattern, patternType: 'contains' }, text);
      }),
  },
  {
    id: 'piwik.conversion.case-always',
    requirement: 'piwik.conversion.case',
    description: 'Upper and lower case are always told apart.',
    apply: (parts) =>
      withPart(parts, 'matches', (sound) => (pattern, text) => sound({ ...pattern, caseSensitive: true }, text)),
  },
  {
    id: 'piwik.conversion.first-goal-only',
    requirement: 'piwik.conversion.several',
    description: 'An action converts only the first of the goals it reaches.',
    apply: (parts) =>
      withPart(parts, 'reachedGoals', (sound) => (tracking, site, action) => sound(tracking, site, action).slice(0, 1)),
  },
];
