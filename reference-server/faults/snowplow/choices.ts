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
];
