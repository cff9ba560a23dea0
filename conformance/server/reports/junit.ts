import type { CheckResult, Report } from '../../../generated/files/report.ts';
import type { Facts } from '../../../generated/model.ts';
import { type Catalogue, catalogueOf } from './catalogue.ts';
import { differenceLines, requestLines } from './failure-lines.ts';
import { type Markup, markup } from './markup.ts';
import { bad } from './verdict.ts';
import { clipped, visible, visibleLines } from './visible.ts';

// Servers that show JUnit files keep the attribute on one line.
const longestMessage = 500;

/** The report for CI servers: a suite for each experiment, a case for each check, an error for each problem. */
export function renderJunit(report: Report, facts: readonly Facts[]): string {
  const { checks, summary, problems = [], durationMs } = report;
  const catalogue = catalogueOf(facts);
  const experiments = Map.groupBy(checks, ({ id }) => id.split('/')[0] ?? id);
  const suites = [...experiments].map(([experiment, own]) => suite(experiment, own, catalogue));
  const whole = markup`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="beaconform" tests="${checks.length + problems.length}" failures="${summary.failed + summary.unexpectedPasses}" errors="${problems.length}" skipped="${summary.expectedFailures + summary.notObservable + summary.skipped}" time="${(durationMs / 1000).toFixed(3)}">
${runSuite(report)}${suites}</testsuites>
`;
  return whole.markup;
}

/** What is known of the run as a whole; its cases are the problems. */
function runSuite({ tool, target, protocols, seed, startedAt, complete, requestsSent, problems = [] }: Report): Markup {
  const properties: [string, string][] = [
    ['tool', `${tool.name} ${tool.version}`],
    ['target', target],
    ['protocols', protocols.map(({ protocol, version }) => `${protocol} ${version}`).join(', ')],
    ['seed', String(seed)],
    ['requestsSent', String(requestsSent)],
    ['complete', String(complete)],
  ];
  const cases = problems.map(
    (problem, index) => markup`    <testcase classname="run" name="problem ${index + 1}">
      <error message="${message(problem)}" type="problem"/>
    </testcase>
`,
  );
  return markup`  <testsuite name="run" tests="${problems.length}" failures="0" errors="${problems.length}" skipped="0" timestamp="${startedAt.slice(0, 19)}">
    <properties>
${properties.map(([name, value]) => markup`      <property name="${name}" value="${visible(value)}"/>\n`)}    </properties>
${cases}  </testsuite>
`;
}

function suite(experiment: string, checks: readonly CheckResult[], catalogue: Catalogue): Markup {
  const failures = checks.filter(({ status }) => bad.has(status)).length;
  const skipped = checks.filter(({ status }) => status !== 'passed').length - failures;
  return markup`  <testsuite name="${visible(experiment)}" tests="${checks.length}" failures="${failures}" errors="0" skipped="${skipped}">
${checks.map((check) => testCase(experiment, check, catalogue))}  </testsuite>
`;
}

function testCase(experiment: string, check: CheckResult, catalogue: Catalogue): Markup {
  const { status, requirements, reason = status } = check;
  const opening = markup`    <testcase classname="${visible(experiment)}" name="${visible(requirements.join(', '))}"`;
  if (status === 'passed') return markup`${opening}/>\n`;
  const outcome = bad.has(status)
    ? markup`<failure message="${message(reason)}" type="${status}">${visibleLines(failureText(check, catalogue))}</failure>`
    : markup`<skipped message="${message(`${status}: ${reason}`)}"/>`;
  return markup`${opening}>
      ${outcome}
    </testcase>
`;
}

function message(reason: string): string {
  return clipped(visible(reason), longestMessage);
}

/** What a person needs who sees nothing but this case. */
function failureText({ requirements, reason, counterexample, reproduce }: CheckResult, catalogue: Catalogue): string {
  const known = requirements.flatMap((id) => catalogue.requirement(id) ?? []);
  return [
    ...known.flatMap(({ level, sentence, source }) => [`${level}: ${sentence}`, `Source: ${source}`]),
    ...(reason ? [reason] : []),
    ...(counterexample ? ['', 'Sent:', ...counterexample.requests.flatMap(requestLines)] : []),
    ...(counterexample ? ['', ...differenceLines(counterexample)] : []),
    ...(reproduce ? ['', 'Replay:', reproduce.command, '', reproduce.curl] : []),
  ].join('\n');
}
