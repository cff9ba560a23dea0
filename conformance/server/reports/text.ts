import type { Report } from '../../../generated/files/report.ts';
import type { Facts } from '../../../generated/model.ts';
import { type Catalogue, catalogueOf } from './catalogue.ts';
import { renderCoverage } from './coverage-text.ts';
import { renderFailures } from './failures.ts';
import { createPaint, type TextOptions } from './paint.ts';
import { counted, duration, verdictOf } from './verdict.ts';
import { renderVerdicts } from './verdict-list.ts';
import { visible } from './visible.ts';

/** The report for a terminal: failures first, a verdict for each requirement, the ledger's answers, coverage, a summary. */
export function renderText(report: Report, facts: readonly Facts[], options: TextOptions): string {
  const catalogue = catalogueOf(facts);
  const paint = createPaint(options);
  const sections = [
    header(report),
    (report.problems ?? []).map((problem) => paint.bad(`Problem: ${visible(problem)}`)).join('\n'),
    renderFailures(report, catalogue, paint),
    renderVerdicts(report, catalogue, paint),
    renderAnswers(report, catalogue),
    renderCoverage(report),
    footer(report),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function header({ tool, target, protocols }: Report): string {
  const tested = protocols.map(({ protocol, version }) => `${protocol} ${version}`).join(', ');
  return `${tool.name} ${visible(tool.version)}: ${visible(target)} (${visible(tested)})`;
}

function renderAnswers({ answers }: Report, catalogue: Catalogue): string {
  if (answers.length === 0) return '';
  const lines = [...Map.groupBy(answers, ({ ledger }) => ledger)].map(([ledger, given]) => {
    const names = given.map(({ answer }) => visible(answer)).join(' and ');
    const question = catalogue.ledger(ledger)?.question;
    return `  ${ledger}: ${names}${question ? `   (${visible(question)})` : ''}`;
  });
  return ['Where the sources differ or are silent, this target answers', ...lines].join('\n');
}

function footer(report: Report): string {
  const { summary, checks, requirements, requestsSent, durationMs, seed } = report;
  const counts: [number, string][] = [
    [summary.passed, 'passed'],
    [summary.failed, 'failed'],
    [summary.expectedFailures, 'failed as expected'],
    [summary.unexpectedPasses, 'passed unexpectedly'],
    [summary.notObservable, 'not observable'],
    [summary.skipped, 'skipped'],
  ];
  const told = counts.filter(([count], index) => count > 0 || index < 2).map(([count, word]) => `${count} ${word}`);
  const { verdict, detail } = verdictOf(report);
  return [
    `${counted(checks.length, 'check')} of ${counted(requirements.length, 'requirement')}: ${told.join(', ')}`,
    `${counted(requestsSent, 'request')} in ${duration(durationMs)}, seed ${seed}`,
    `${verdict}: ${detail}`,
  ].join('\n');
}
