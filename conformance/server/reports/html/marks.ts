import { type Markup, markup } from '../markup.ts';
import type { Status } from '../verdict.ts';

/** `none` is a requirement that no check of the run exercised; the last two are of what is below requirements. */
export type Mark = Status | 'none' | 'reached' | 'unreached';

/** The shape of each status, so that none is told by its colour alone. */
const shapes: Readonly<Record<Mark, Markup>> = {
  passed: markup`<rect class="full" x="1" y="1" width="12" height="12" rx="2.5"/><path class="cut" d="M4 7.3 6.2 9.5 10.2 4.8"/>`,
  failed: markup`<rect class="full" x="1" y="1" width="12" height="12" rx="2.5"/><path class="cut" d="M4.2 4.2 9.8 9.8 M9.8 4.2 4.2 9.8"/>`,
  'unexpected-pass': markup`<rect class="full" x="1" y="1" width="12" height="12" rx="2.5"/><path class="cut" d="M7 3.4V7.8 M7 10.2V10.7"/>`,
  'expected-failure': markup`<rect class="open" x="1.75" y="1.75" width="10.5" height="10.5" rx="2"/><path class="line" d="M4.6 4.6 9.4 9.4 M9.4 4.6 4.6 9.4"/>`,
  'not-observable': markup`<rect class="open" x="1.75" y="1.75" width="10.5" height="10.5" rx="2"/><circle class="full" cx="7" cy="7" r="2"/>`,
  skipped: markup`<rect class="open" x="1.75" y="1.75" width="10.5" height="10.5" rx="2"/><path class="line" d="M4.5 7H9.5"/>`,
  none: markup`<rect class="open dotted" x="1.75" y="1.75" width="10.5" height="10.5" rx="2"/>`,
  reached: markup`<rect class="full" x="1" y="1" width="12" height="12" rx="2.5"/>`,
  unreached: markup`<rect class="open" x="1.75" y="1.75" width="10.5" height="10.5" rx="2"/>`,
};

/** The shapes, once for the whole page. */
export const marks: Markup = markup`<svg class="shapes" aria-hidden="true" width="0" height="0">${Object.entries(
  shapes,
).map(([name, shape]) => markup`<symbol id="mark-${name}" viewBox="0 0 14 14">${shape}</symbol>`)}</svg>`;

/** One shape within a line of text. */
export function mark(name: Mark): Markup {
  return markup`<svg class="mark ${name}" aria-hidden="true" width="14" height="14"><use href="#mark-${name}"/></svg>`;
}
