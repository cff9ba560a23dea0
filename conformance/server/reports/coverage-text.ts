import type { Report } from '../../../generated/files/report.ts';
import { countOf, coverageLine, layersOf } from './coverage-layers.ts';
import { visible } from './visible.ts';

// A terminal shows a few of each; the other reports show all.
const mostIds = 4;

/** A line for each protocol, and below it what was not reached and why. */
export function renderCoverage({ coverage = [] }: Report): string {
  const lines = coverage.flatMap((one) => [
    `coverage of ${one.protocol} ${visible(one.version)}: ${coverageLine(one)}`,
    ...layersOf(one).flatMap(({ name, unreached }) =>
      unreached.map(({ reason, ids }) => `  not reached: ${listed(name, ids)} (${visible(reason)})`),
    ),
  ]);
  const cut = coverage.some((one) =>
    layersOf(one).some(({ unreached }) => unreached.some(({ ids }) => ids.length > mostIds)),
  );
  return [...lines, ...(cut ? ['  all of them: --report html=FILE, markdown=FILE or json=FILE'] : [])].join('\n');
}

function listed(name: string, ids: readonly string[]): string {
  const left = ids.length - mostIds;
  const told = ids.slice(0, mostIds).map(visible).join(', ');
  return `${countOf(ids.length, name)}: ${told}${left > 0 ? ` and ${left} more` : ''}`;
}
