import { requirementResults, summarise } from '../../../conformance/server/run/summary.ts';
import type { CheckResult, CoveredItem, ProtocolCoverage, Report } from '../../../generated/files/report.ts';
import { protocols } from '../../../generated/index.ts';

export const facts = [protocols.piwik['2.0'], protocols.snowplow['2014-01']].flatMap((one) => one ?? []);

/** A report about the given checks; requirements and summary follow from them. */
export function reportAbout(checks: readonly CheckResult[], more: Partial<Report> = {}): Report {
  return {
    tool: { name: 'beaconform', version: '0.1.0' },
    target: 'http://127.0.0.1:8080/',
    protocols: [
      { protocol: 'piwik', version: '2.0' },
      { protocol: 'snowplow', version: '2014-01' },
    ],
    seed: 42,
    startedAt: '2026-01-02T03:04:05.678Z',
    durationMs: 12_345,
    requestsSent: 6_789,
    complete: true,
    summary: summarise(checks),
    checks: [...checks],
    requirements: requirementResults(checks, facts),
    answers: [],
    ...more,
  };
}

/** A failed check in which every text is the given one. */
export function hostileCheck(text: string, index: number): CheckResult {
  const id = facts.flatMap(({ requirements }) => Object.keys(requirements))[index * 7] ?? 'piwik.res.stored';
  return {
    id: `hostile.${index}/${id}`,
    requirements: [id],
    status: 'failed',
    runs: 3,
    reason: text,
    counterexample: {
      requests: [
        { method: 'POST', url: `http://127.0.0.1:8080/i?aid=${text}`, headers: { 'X-Text': text }, body: text },
      ],
      expected: [{ record: 'events', columns: { app_id: text, page_title: [text, null], event_id: 1 } }],
      stored: [{ record: 'events', columns: { app_id: `${text} `, page_title: 'other', event_id: 1 } }],
      shrinks: 2,
    },
    reproduce: { command: `beaconform test --replay '${text}'`, curl: `curl '${text}'` },
  };
}

/** Reached and unreached things in which every text is a given one. */
function hostileCoverage(
  texts: readonly string[],
  tested: Pick<ProtocolCoverage, 'protocol' | 'version'>,
): ProtocolCoverage {
  const items = texts.flatMap((text): CoveredItem[] => [
    { id: `${text}/${text}`, cases: 3 },
    { id: `unreached ${text}/${text}`, cases: 0, reason: text },
  ]);
  return { ...tested, whole: false, requirements: items, parameters: items, valueClasses: items, ruleBranches: items };
}

/** A report of every status, in which hostile texts stand wherever a target or a generator may put one. */
export function hostileReport(texts: readonly string[]): Report {
  const checks: CheckResult[] = texts.map(hostileCheck);
  const quiet = ['expected-failure', 'unexpected-pass', 'not-observable', 'skipped'] as const;
  const others = quiet.flatMap((status, group) =>
    texts.map((text, index): CheckResult => {
      const id = Object.keys(facts[1]?.requirements ?? {})[100 + group * texts.length + index] ?? '';
      return { id: `quiet.${status}/${id}`, requirements: [id], status, runs: 0, reason: text };
    }),
  );
  return reportAbout([...checks, ...others], {
    answers: texts.map((text) => ({ ledger: 'piwik.anonymous-analytics', answer: text })),
    coverage: facts.map(({ protocol, version }) => hostileCoverage(texts, { protocol, version })),
    problems: [...texts],
    complete: false,
  });
}
