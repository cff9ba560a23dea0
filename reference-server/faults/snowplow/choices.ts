import type { SnowplowParts } from '../../snowplow/parts.ts';
import type { Fault } from '../fault.ts';
import { textChanged, withForm } from './replace.ts';

export const choiceFaults: readonly Fault<SnowplowParts>[] = [
  {
    id: 'snowplow.choices.equals-ends-text',
    requirement: 'snowplow.choices.named-answer',
    description: 'Of a text with an equals sign only what goes before the sign is stored.',
    apply: (parts) =>
      withForm(
        parts,
        'text',
        textChanged((text) => text.replace(/=.*$/s, '')),
      ),
  },
  {
    id: 'snowplow.choices.empty-is-none',
    requirement: 'snowplow.choices.named-answer',
    description: 'An empty title is stored as (none).',
    rare: true,
    apply: (parts) =>
      withForm(
        parts,
        'text',
        textChanged((text) => text || '(none)'),
        'page',
      ),
  },
];
