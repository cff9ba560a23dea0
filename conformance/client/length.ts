import type { Parameter } from '../../generated/model.ts';
import { type Finding, noted } from './finding.ts';

/** Wire forms whose text lands in one column as it is; addresses are taken apart, cut and put together again. */
const textForms = ['text', 'page-title', 'campaign-text'];

/** Text longer than every column it fills: a server cuts it, or the row cannot be loaded. */
export function tooLong(parameter: Parameter, text: string): Finding[] {
  const room = roomOf(parameter);
  if (room === undefined || text.length <= room || [...text].length <= room) return [];
  return [
    noted('warning', parameter.name, {
      sent: `${parameter.name} has ${[...text].length} characters.`,
      expected: `Expected: at most ${room}, the width of its column ${parameter.columns[0]?.column}.`,
      effect: 'A server cuts it there, or cannot store the row.',
      remedy: 'Send a shorter text.',
    }),
  ];
}

const rooms = new WeakMap<Parameter, number | undefined>();

function roomOf(parameter: Parameter): number | undefined {
  if (!rooms.has(parameter)) rooms.set(parameter, widest(parameter));
  return rooms.get(parameter);
}

function widest(parameter: Parameter): number | undefined {
  if (!textForms.includes(parameter.wireForm)) return undefined;
  const widths = parameter.columns.map(({ type }) => Number(/^(?:var)?char\(([0-9]+)\)$/.exec(type)?.[1]));
  return widths.length > 0 && widths.every(Number.isFinite) ? Math.max(...widths) : undefined;
}
