import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { textChanged, withForm } from './replace.ts';

/** What a program could take for a number, a boolean or nothing is left out. */
const withoutLiterals = (text: string) => (/^(null|none|true|false|undefined|nan|[\d.e]+)$/i.test(text) ? '' : text);

export const textFaults: readonly Fault<SnowplowParts>[] = [
  {
    id: 'snowplow.uid.number',
    requirement: 'snowplow.uid.stored',
    description: 'A user_id that looks like a number, a boolean or nothing is stored as NULL.',
    apply: (parts) => withForm(parts, 'text', textChanged(withoutLiterals), 'uid'),
  },
  {
    id: 'snowplow.se_la.markup-removed',
    requirement: 'snowplow.se_la.stored',
    description: 'Angle brackets, ampersands and quotation marks are removed from se_label.',
    apply: (parts) =>
      withForm(
        parts,
        'text',
        textChanged((text) => text.replace(/[<>&"']/g, '')),
        'se_la',
      ),
  },
  {
    id: 'snowplow.ti_sk.literal-lost',
    requirement: 'snowplow.ti_sk.stored',
    description: 'An SKU that a program could take for a number, a boolean or nothing is stored as NULL.',
    apply: (parts) => withForm(parts, 'text', textChanged(withoutLiterals), 'ti_sk'),
  },
  {
    id: 'snowplow.tid.cut',
    requirement: 'snowplow.tid.stored',
    description: 'Only the first five characters of a transaction identifier are kept.',
    apply: (parts) =>
      withForm(
        parts,
        'text',
        textChanged((text) => text.slice(0, 5)),
        'tid',
      ),
  },
  {
    id: 'snowplow.tv.trimmed',
    requirement: 'snowplow.tv.wide',
    description: 'Blanks at either end of v_tracker are dropped.',
    apply: (parts) =>
      withForm(
        parts,
        'text',
        textChanged((text) => text.trim()),
        'tv',
      ),
  },
  {
    id: 'snowplow.lang.three-bytes',
    requirement: 'snowplow.lang.wide',
    description: 'Characters outside the basic plane are lost from br_lang.',
    apply: (parts) =>
      withForm(
        parts,
        'text',
        textChanged((text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, '?')),
        'lang',
      ),
  },
];
