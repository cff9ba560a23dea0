import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { textChanged, withForm } from './replace.ts';

export const textFaults: readonly Fault<SnowplowParts>[] = [
  {
    id: 'snowplow.uid.cut',
    requirement: 'snowplow.uid.stored',
    description: 'user_id is cut to ten characters.',
    apply: (parts) =>
      withForm(
        parts,
        'text',
        textChanged((text) => text.slice(0, 10)),
        'uid',
      ),
  },
  {
    id: 'snowplow.se_la.tags-stripped',
    requirement: 'snowplow.se_la.stored',
    description: 'What looks like a tag is removed from se_label.',
    apply: (parts) =>
      withForm(
        parts,
        'text',
        textChanged((text) => text.replace(/<[^>]*>?/g, '')),
        'se_la',
      ),
  },
  {
    id: 'snowplow.ti_sk.literal-null',
    requirement: 'snowplow.ti_sk.stored',
    description: 'An SKU that reads null, true or undefined is stored as NULL.',
    apply: (parts) =>
      withForm(
        parts,
        'text',
        textChanged((text) => (/^(null|true|false|undefined|NaN)$/.test(text) ? '' : text)),
        'ti_sk',
      ),
  },
  {
    id: 'snowplow.tr_id.number',
    requirement: 'snowplow.tr_id.stored',
    description: 'An order identifier of digits is read as a number.',
    apply: (parts) =>
      withForm(
        parts,
        'text',
        textChanged((text) => (/^\d+$/.test(text) ? String(Number(text)) : text)),
        'tr_id',
      ),
  },
  {
    id: 'snowplow.tid.number',
    requirement: 'snowplow.tid.stored',
    description: 'A transaction identifier that is no number is lost.',
    apply: (parts) =>
      withForm(
        parts,
        'text',
        textChanged((text) => (/^\d+$/.test(text) ? text : '')),
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
