import type { ProtocolCoverage, Report } from '../../../../generated/files/report.ts';
import type { Facts } from '../../../../generated/model.ts';
import { catalogueOf } from '../catalogue.ts';
import { layersOf } from '../coverage-layers.ts';
import { type Markup, markup } from '../markup.ts';
import { counted, type Status, statuses } from '../verdict.ts';
import { layerPicture, unreached } from './coverage-layer.ts';
import { type Mark, mark } from './marks.ts';
import { type Square, squares } from './squares.ts';

/** What the run reached and what it did not: requirements rule by rule, parameters, value classes, branches. */
export function coverageSection(report: Report, facts: readonly Facts[]): Markup {
  const status = new Map(report.requirements.map((requirement) => [requirement.id, requirement.status]));
  const legend: Mark[] = [...(Object.keys(statuses) as Status[]), 'none'];
  const layers: Mark[] = report.coverage ? ['reached', 'unreached'] : [];
  return markup`<section id="coverage" aria-labelledby="coverage-title">
<h2 id="coverage-title">Coverage</h2>
<p class="legend">${[...legend, ...layers].map((name) => markup`<span>${mark(name)} ${wordOf(name)}</span> `)}</p>
${facts.map((one) => protocolCoverage(one, status, measuredOf(report, one)))}
</section>`;
}

function measuredOf({ coverage = [] }: Report, { protocol, version }: Facts): ProtocolCoverage | undefined {
  return coverage.find((one) => one.protocol === protocol && one.version === version);
}

function protocolCoverage(
  facts: Facts,
  status: ReadonlyMap<string, Status>,
  measured: ProtocolCoverage | undefined,
): Markup {
  const [requirements, ...layers] = measured ? layersOf(measured) : [];
  const part = measured && !measured.whole;
  return markup`${requirementPicture(facts, status)}
${requirements ? unreached(requirements) : undefined}
${part ? markup`<p class="left">A part of the suite was asked for: the layers below show what belongs to it.</p>` : undefined}
${layers.map((layer) => layerPicture(layer, facts))}`;
}

function requirementPicture(facts: Facts, status: ReadonlyMap<string, Status>): Markup {
  const catalogue = catalogueOf([facts]);
  const binding = Object.values(facts.requirements).filter(({ binds }) => binds !== 'client');
  const all = binding.map(({ id }): Square => {
    const own = status.get(id) ?? 'none';
    return { id, mark: own, kind: wordOf(own), linked: true };
  });
  const groups = [...Map.groupBy(all, ({ id }) => catalogue.groupOf(id))];
  const checked = groups.filter(([, own]) => own.some((square) => square.mark !== 'none'));
  const left = groups.filter(([, own]) => own.every((square) => square.mark === 'none')).map(([name]) => name);
  const tested = all.filter((square) => square.mark !== 'none').length;
  return markup`<h3>${facts.title || facts.protocol} ${facts.version}: ${tested} of ${counted(all.length, 'requirement')} had a check in this run</h3>
<div class="groups">${checked.map(([name, own]) => squares(name, own))}</div>
${left.length > 0 ? markup`<p class="left">No check in this run: ${left.join(', ')}.</p>` : undefined}`;
}

function wordOf(name: Mark): string {
  if (name === 'none') return 'no check';
  if (name === 'reached') return 'reached';
  return name === 'unreached' ? 'not reached' : statuses[name];
}
