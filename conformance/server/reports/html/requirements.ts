import type { CheckResult, Report, RequirementResult } from '../../../../generated/files/report.ts';
import type { Catalogue } from '../catalogue.ts';
import { type Markup, markup } from '../markup.ts';
import { type Status, statuses } from '../verdict.ts';
import { visible } from '../visible.ts';
import { checkDetails } from './check-details.ts';
import { mark } from './marks.ts';

/** Every requirement of the run: the bad ones first, each to be opened; to be filtered and searched. */
export function requirementSection({ requirements, checks }: Report, catalogue: Catalogue): Markup {
  const order = Object.keys(statuses) as Status[];
  const sorted = [...requirements].sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  const byId = new Map(checks.map((check) => [check.id, check]));
  return markup`<section id="requirements" aria-labelledby="requirements-title">
<h2 id="requirements-title">Requirements</h2>
${controls(requirements)}
<table class="requirements">
<thead><tr><th scope="col">Status</th><th scope="col">Requirement</th><th scope="col">Level</th><th scope="col" class="number">Cases</th></tr></thead>
<tbody>
${sorted.map((requirement) =>
  row(
    requirement,
    requirement.checks.flatMap((id) => byId.get(id) ?? []),
    catalogue,
  ),
)}</tbody>
</table>
<p class="empty" hidden>No requirement matches. <button type="button" class="reset">Show all</button></p>
</section>`;
}

function controls(requirements: readonly RequirementResult[]): Markup {
  const protocols = new Set(requirements.map(({ id }) => protocolOf(id)));
  const levels = new Set(requirements.map(({ level }) => level));
  const present = (Object.keys(statuses) as Status[]).map((status) => ({
    status,
    count: requirements.filter((requirement) => requirement.status === status).length,
  }));
  return markup`<form class="controls" role="search" aria-label="Filter the requirements">
<label class="search"><span>Search</span><input type="search" name="search" placeholder="id, sentence, column, value …" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></label>
${levels.size > 1 ? choice('level', 'Level', [...levels]) : undefined}
${protocols.size > 1 ? choice('protocol', 'Protocol', [...protocols]) : undefined}
<fieldset><legend>Status</legend>${present
    .filter(({ count }) => count > 0)
    .map(
      ({ status, count }) =>
        markup`<label class="pill ${status}"><input type="checkbox" name="status" value="${status}">${mark(status)}${statuses[status]} <b>${count}</b></label>`,
    )}</fieldset>
<output aria-live="polite">${requirements.length} of ${requirements.length}</output>
</form>`;
}

function choice(name: string, label: string, values: readonly string[]): Markup {
  return markup`<label class="choice"><span>${label}</span><select name="${name}"><option value="">all</option>${values.map(
    (value) => markup`<option>${visible(value)}</option>`,
  )}</select></label>`;
}

function row({ id, level, status }: RequirementResult, checks: readonly CheckResult[], catalogue: Catalogue): Markup {
  const known = catalogue.requirement(id);
  const cases = checks.reduce((sum, { runs }) => sum + runs, 0);
  return markup`<tr data-status="${status}" data-level="${level}" data-protocol="${visible(protocolOf(id))}">
<td class="status ${status}">${mark(status)}<span>${statuses[status]}</span></td>
<td class="what"><details id="${visible(id)}"><summary><code>${visible(id)}</code><span class="sentence">${known?.sentence ?? 'This version of the spec does not have it.'}</span></summary>
<div class="opened">${known ? markup`<p class="source">${known.source}</p>` : undefined}${checks.map(checkDetails)}</div></details></td>
<td class="level">${level}</td>
<td class="number" data-label="cases">${cases}</td>
</tr>
`;
}

function protocolOf(id: string): string {
  return id.split('.')[0] ?? id;
}
