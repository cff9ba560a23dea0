import type { Report } from '../../../../generated/files/report.ts';
import type { Facts } from '../../../../generated/model.ts';
import { catalogueOf } from '../catalogue.ts';
import { type Markup, markup } from '../markup.ts';
import { counted, type Status, statuses } from '../verdict.ts';
import { visible } from '../visible.ts';
import { type Mark, mark } from './marks.ts';

// Squares of 14 pixels, 3 apart.
const step = 17;
const mostInLine = 12;

interface Square {
  id: string;
  mark: Mark;
}

/** A square for each requirement that binds the server, rule by rule: what the run reached, and what it did not. */
export function coverageSection(report: Report, facts: readonly Facts[]): Markup {
  const status = new Map(report.requirements.map((requirement) => [requirement.id, requirement.status]));
  const legend: Mark[] = [...(Object.keys(statuses) as Status[]), 'none'];
  return markup`<section id="coverage" aria-labelledby="coverage-title">
<h2 id="coverage-title">Coverage</h2>
<p class="legend">${legend.map((name) => markup`<span>${mark(name)} ${wordOf(name)}</span> `)}</p>
${facts.map((one) => protocolCoverage(one, status))}
</section>`;
}

function protocolCoverage(facts: Facts, status: ReadonlyMap<string, Status>): Markup {
  const catalogue = catalogueOf([facts]);
  const binding = Object.values(facts.requirements).filter(({ binds }) => binds !== 'client');
  const squares = binding.map(({ id }): Square => ({ id, mark: status.get(id) ?? 'none' }));
  const groups = [...Map.groupBy(squares, ({ id }) => catalogue.groupOf(id))];
  const reached = groups.filter(([, own]) => own.some((square) => square.mark !== 'none'));
  const left = groups.filter(([, own]) => own.every((square) => square.mark === 'none')).map(([name]) => name);
  const tested = squares.filter((square) => square.mark !== 'none').length;
  return markup`<h3>${facts.title || facts.protocol} ${facts.version}: ${tested} of ${counted(squares.length, 'requirement')} had a check in this run</h3>
<div class="groups">${reached.map(([name, own]) => groupPicture(name, own))}</div>
${left.length > 0 ? markup`<p class="left">No check in this run: ${left.join(', ')}.</p>` : undefined}`;
}

function groupPicture(name: string, squares: readonly Square[]): Markup {
  const width = Math.min(squares.length, mostInLine) * step;
  const height = Math.ceil(squares.length / mostInLine) * step;
  const counts = Map.groupBy(squares, (square) => square.mark);
  const spoken = [...counts].map(([one, own]) => `${own.length} ${wordOf(one)}`).join(', ');
  return markup`<figure><figcaption>${name}</figcaption><svg class="squares" role="img" aria-label="${name}: ${spoken}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${squares.map(
    ({ id, mark: own }, index) =>
      markup`<a href="#${visible(id)}" tabindex="-1" class="mark ${own}"><title>${visible(id)}: ${wordOf(own)}</title><use href="#mark-${own}" x="${(index % mostInLine) * step}" y="${Math.floor(index / mostInLine) * step}" width="14" height="14"/></a>`,
  )}</svg></figure>`;
}

function wordOf(name: Mark): string {
  return name === 'none' ? 'no check' : statuses[name];
}
