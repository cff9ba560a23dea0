import type { CoveredItem } from '../../../../generated/files/report.ts';
import type { Facts } from '../../../../generated/model.ts';
import { countOf, type Layer } from '../coverage-layers.ts';
import { type Markup, markup } from '../markup.ts';
import { counted } from '../verdict.ts';
import { visible } from '../visible.ts';
import { type Square, squares } from './squares.ts';

/** By what the squares of a layer are put together: the topic of a parameter, a value class, an experiment. */
const groupings: Readonly<Record<string, (id: string, facts: Facts) => string>> = {
  parameters: (id, { parameters }) => parameters[id]?.topic ?? 'other',
  'value classes': (id) => id.slice(id.lastIndexOf('/') + 1),
  'rule branches': (id) => id.split('/')[0] ?? id,
};

/** A layer below that of the requirements: how much of it was reached, a square for each, and why not the rest. */
export function layerPicture(layer: Layer, facts: Facts): Markup {
  const groupOf = groupings[layer.name] ?? (() => layer.name);
  const groups = Map.groupBy(layer.items.map(squareOf), ({ id }) => groupOf(id, facts));
  return markup`<h4>${heading(layer)}</h4>
${bar(layer)}
<div class="groups">${[...groups].map(([name, own]) => squares(name, own))}</div>
${unreached(layer)}`;
}

function heading({ name, reached, items }: Layer): string {
  return `${name[0]?.toUpperCase()}${name.slice(1)}: ${reached} of ${items.length} reached`;
}

/** Widths are attributes: the page allows no style beside its own. */
export function bar({ reached, items }: Layer): Markup {
  const share = items.length === 0 ? 0 : (reached / items.length) * 100;
  return markup`<svg class="bar" aria-hidden="true" width="100%" height="6"><rect class="bar-all" width="100%" height="6" rx="3"/><rect class="bar-reached" width="${share.toFixed(1)}%" height="6" rx="3"/></svg>`;
}

function squareOf({ id, cases, reason = '' }: CoveredItem): Square {
  return cases > 0
    ? { id, mark: 'reached', kind: 'reached', word: counted(cases, 'case') }
    : { id, mark: 'unreached', kind: 'not reached', word: `not reached: ${visible(reason)}` };
}

/** What a square tells only to a pointer stands here for everybody. */
export function unreached({ name, unreached: left }: Layer): Markup | undefined {
  if (left.length === 0) return undefined;
  const count = left.reduce((sum, { ids }) => sum + ids.length, 0);
  return markup`<details class="missed"><summary>${countOf(count, name)} not reached, and why</summary>
${left.map(
  ({ reason, ids }) =>
    markup`<p>${visible(reason)} (${ids.length}):</p><ul>${ids.map((id) => markup`<li><code>${visible(id)}</code></li>`)}</ul>`,
)}</details>`;
}
