import type { Report } from '../../../../generated/files/report.ts';
import { type Markup, markup } from '../markup.ts';
import { counted, duration, type Status, statuses, verdictOf } from '../verdict.ts';
import { visible } from '../visible.ts';
import { mark } from './marks.ts';

/** The top of the page: the verdict, the counts, and what was run. */
export function verdictSection(report: Report): Markup {
  const { verdict, detail } = verdictOf(report);
  const { tool, problems = [] } = report;
  return markup`<header class="${verdict.replaceAll(' ', '-')}">
<p class="tool">${visible(`${tool.name} ${tool.version}`)}</p>
<h1>${verdict[0]?.toUpperCase()}${verdict.slice(1)}</h1>
<p class="detail">${detail}.</p>
${problems.map((problem) => markup`<p class="problem"><strong>Problem:</strong> ${visible(problem)}</p>`)}
<ul class="counts" aria-label="Checks by status">${counts(report)}</ul>
<dl>${about(report).map(([name, value]) => markup`<div><dt>${name}</dt><dd>${visible(value)}</dd></div>`)}</dl>
<nav aria-label="Parts of this report"><a href="#requirements">Requirements</a> <a href="#coverage">Coverage</a> <a href="#answers">Answers</a></nav>
</header>`;
}

function counts({ summary }: Report): Markup[] {
  const count: Readonly<Record<Status, number>> = {
    failed: summary.failed,
    'unexpected-pass': summary.unexpectedPasses,
    'expected-failure': summary.expectedFailures,
    'not-observable': summary.notObservable,
    skipped: summary.skipped,
    passed: summary.passed,
  };
  return (Object.keys(statuses) as Status[])
    .filter((status) => count[status] > 0 || status === 'failed' || status === 'passed')
    .map(
      (status) =>
        markup`<li class="${status}${count[status] === 0 ? ' zero' : ''}">${mark(status)}<strong>${count[status]}</strong> <span>${statuses[status]}</span></li>`,
    );
}

function about(report: Report): [string, string][] {
  const { target, protocols, seed, startedAt, durationMs, requestsSent, checks, requirements } = report;
  return [
    ['Target', target],
    ['Tested', protocols.map(({ protocol, version }) => `${protocol} ${version}`).join(', ')],
    ['Checks', `${counted(checks.length, 'check')} of ${counted(requirements.length, 'requirement')}`],
    ['Requests', requestsSent.toLocaleString('en')],
    ['Started', `${startedAt.slice(0, 19).replace('T', ' ')} UTC`],
    ['Took', duration(durationMs)],
    ['Seed', String(seed)],
  ];
}
