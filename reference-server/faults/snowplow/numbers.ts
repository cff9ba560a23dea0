import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { withForm, withRow } from './replace.ts';

/** A decimal as a program reads it that knows floats only. */
const asFloat = (text: string) => String(Math.fround(Number(text)));

export const numberFaults: readonly Fault<SnowplowParts>[] = [
  {
    id: 'snowplow.tr_tt.float',
    requirement: 'snowplow.tr_tt.stored',
    description: 'The total passes through a float of single precision.',
    apply: (parts) => withForm(parts, 'decimal', () => (text) => ({ values: [asFloat(text)] }), 'tr_tt'),
  },
  {
    id: 'snowplow.ti_pr.whole',
    requirement: 'snowplow.ti_pr.stored',
    description: 'The decimals of a price are cut off.',
    apply: (parts) =>
      withForm(parts, 'decimal', (sound) => (text, place) => sound(text.split('.')[0] || '0', place), 'ti_pr'),
  },
  {
    id: 'snowplow.se_va.no-exponent',
    requirement: 'snowplow.se_va.wide',
    description: 'A value with an exponent makes a bad row.',
    apply: (parts) =>
      withForm(
        parts,
        'decimal',
        (sound) => (text, place) => (/e/i.test(text) ? { fault: 'it has an exponent' } : sound(text, place)),
        'se_va',
      ),
  },
  {
    id: 'snowplow.pp_mix.greatest',
    requirement: 'snowplow.pp_mix.stored',
    description: 'The least horizontal offset is stored as the greatest.',
    apply: (parts) => withRow(parts, (row) => ({ ...row, pp_xoffset_min: row.pp_xoffset_max ?? null })),
  },
  {
    id: 'snowplow.vid.from-zero',
    requirement: 'snowplow.vid.stored',
    description: 'The session index is counted from zero.',
    apply: (parts) => withForm(parts, 'integer', () => (text) => ({ values: [Number(text) - 1] }), 'vid'),
  },
  {
    id: 'snowplow.fp.thirty-two-bits',
    requirement: 'snowplow.fp.stored',
    description: 'The fingerprint is kept in 32 signed bits.',
    apply: (parts) => withForm(parts, 'integer', () => (text) => ({ values: [String(Number(text) | 0)] }), 'fp'),
  },
];
