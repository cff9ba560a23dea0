/** Faults of titles. */
import type { Parts } from '../../piwik/parts.ts';
import type { Fault } from '../fault.ts';
import { withPart } from './replace.ts';

export const pageTitleFaults: readonly Fault<Parts>[] = [
  {
    id: 'piwik.page-title.blanks-kept',
    requirement: 'piwik.page-title.category',
    description: 'Blanks beside the only slash of a title are stored.',
    apply: (parts) =>
      withPart(parts, 'pageTitle', (sound) => (text, options) => {
        return text !== undefined && /^[^/]*( \/|\/ )[^/]*$/.test(text) ? text.trim() : sound(text, options);
      }),
  },
  {
    id: 'piwik.page-title.first-category-only',
    requirement: 'piwik.page-title.several-categories',
    description: 'Of several categories only the first is stored.',
    apply: (parts) =>
      withPart(parts, 'pageTitle', (sound) => (text, options) => {
        const [first = '', ...others] = (sound(text, options) ?? '').split('/');
        const title = others.length > 1 ? `${first}/${others.at(-1)}` : sound(text, options);
        return title;
      }),
  },
  {
    id: 'piwik.page-title.empty-kept',
    requirement: 'piwik.page-title.empty-parts',
    description: 'Empty parts of a title are stored.',
    apply: (parts) =>
      withPart(parts, 'pageTitle', (sound) => (text, options) => {
        if (text === undefined || !/^\s*\/|\/\s*\/|\/\s*$/.test(text)) return sound(text, options);
        return text
          .split('/')
          .map((part) => part.trim())
          .join('/');
      }),
  },
  {
    id: 'piwik.page-title.cut',
    requirement: 'piwik.action_name.stored',
    description: 'A title ends before its first plus sign.',
    apply: (parts) => withPart(parts, 'pageTitle', (sound) => (text, options) => sound(text, options)?.split('+')[0]),
  },
];
