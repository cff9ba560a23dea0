import { visible } from '../../reports/visible.ts';
import { kindOf } from '../slots.ts';
import type { Template } from '../template.ts';

/** A text as a template literal of TypeScript, with its slots as constants; without any, as a plain string. */
export function text(template: Template): string {
  if (template.every((piece) => typeof piece === 'string')) return string(template.join(''));
  const pieces = template.map((piece) => {
    if (typeof piece !== 'string') return `\${${constantOf(piece.slot)}}`;
    return string(piece).slice(1, -1).replaceAll('`', '\\`').replaceAll('${', '\\${').replaceAll('\\"', '"');
  });
  return `\`${pieces.join('')}\``;
}

/** In double quotes, with every character that cannot be seen escaped. */
export function string(value: string): string {
  return visible(JSON.stringify(value));
}

/** `visitor_0` as `visitor0`, a token's variable as `beaconformToken`. */
export function constantOf(slot: string): string {
  if (kindOf(slot)) return slot.replace('_', '');
  return slot.toLowerCase().replaceAll(/_+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
