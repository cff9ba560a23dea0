import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { withColumns, withForm, withRow } from './replace.ts';

export const flagFaults: readonly Fault<SnowplowParts>[] = [
  {
    id: 'snowplow.cookie.any-text-is-true',
    requirement: 'snowplow.cookie.stored',
    description: 'Any text in cookie, so also 0, is stored as true.',
    apply: (parts) => withForm(parts, 'flag', () => (text) => ({ values: [Boolean(text)] }), 'cookie'),
  },
  {
    id: 'snowplow.f_fla.zero-is-null',
    requirement: 'snowplow.f_fla.stored',
    description: 'f_fla=0 leaves the column NULL.',
    apply: (parts) => withForm(parts, 'flag', () => (text) => ({ values: [text === '1' ? true : null] }), 'f_fla'),
  },
  {
    id: 'snowplow.f_wma.wrong-plugin',
    requirement: 'snowplow.f_wma.stored',
    description: 'f_wma fills the column of RealPlayer.',
    apply: (parts) => withColumns(parts, 'f_wma', ['br_features_realplayer']),
  },
  {
    id: 'snowplow.storage.absent-is-false',
    requirement: 'snowplow.storage.absent',
    description: 'A flag that was not sent is stored as false.',
    apply: (parts) => withRow(parts, (row) => ({ ...row, br_cookies: row.br_cookies ?? false })),
  },
  {
    id: 'snowplow.browser-features.director-by-others',
    requirement: 'snowplow.browser-features.apart',
    description: 'Director is stored as switched on when Flash, Java and PDF are.',
    rare: true,
    apply: (parts) =>
      withRow(parts, (row) => {
        const others = [row.br_features_flash, row.br_features_java, row.br_features_pdf];
        return others.every((on) => on === true) ? { ...row, br_features_director: true } : row;
      }),
  },
];
