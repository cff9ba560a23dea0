import type { CheckResult, Report } from '../../../../generated/files/report.ts';
import { protocols as allFacts } from '../../../../generated/index.ts';
import { UsageError } from '../../run/errors.ts';
import type { RunStart } from '../../run/progress.ts';
import { requirementResults, summarise } from '../../run/summary.ts';
import type { StreamLine } from './line.ts';

const interrupted = 'not reached: the run was interrupted';

/**
 * The report of a stream: that of the run when it came to its end, else what was known so far, marked incomplete.
 * Checks that nothing was known of are skipped.
 *
 * @throws UsageError when the text is no stream of results
 */
export function reportOfStream(text: string): Report {
  const lines = linesOf(text);
  const [first] = lines;
  if (first?.line !== 'run') throw new UsageError('expected a stream of results as --report ndjson=FILE writes it');
  const checks = new Map<string, CheckResult>();
  for (const line of lines) if (line.line === 'check') checks.set(line.check.id, line.check);
  const end = lines.find((line) => line.line === 'end');
  const inOrder = (end ?? first.run).checks.map((id) => checks.get(id) ?? notReached(id));
  return end ? { ...end.report, checks: inOrder } : interruptedReport(first.run, lines, inOrder);
}

/** An interruption may cut the last line short; it alone is left out. */
function linesOf(text: string): StreamLine[] {
  const texts = text.split('\n').filter((line) => line !== '');
  return texts.flatMap((line, index): StreamLine[] => {
    try {
      return [JSON.parse(line) as StreamLine];
    } catch {
      if (index === texts.length - 1) return [];
      throw new UsageError(`line ${index + 1} of a stream of results is no JSON: ${line.slice(0, 80)}`);
    }
  });
}

function notReached(id: string): CheckResult {
  const requirement = id.slice(id.indexOf('/') + 1);
  return { id, requirements: [requirement], status: 'skipped', runs: 0, reason: interrupted };
}

function interruptedReport(
  { checks: _, ...start }: RunStart,
  lines: readonly StreamLine[],
  checks: CheckResult[],
): Report {
  const standing = lines.findLast((line) => line.line === 'standing');
  const problems = lines.flatMap((line) => (line.line === 'problem' ? [line.reason] : []));
  const { protocols } = start;
  const [only] = protocols.length === 1 ? protocols : [];
  const facts = protocols.flatMap(({ protocol, version }) => allFacts[protocol][version] ?? []);
  return {
    ...start,
    ...(only ? { protocol: only.protocol, protocolVersion: only.version } : {}),
    durationMs: standing?.afterMs ?? 0,
    requestsSent: standing?.requestsSent ?? 0,
    complete: false,
    summary: summarise(checks),
    checks,
    requirements: requirementResults(checks, facts),
    answers: [...(standing?.answers ?? [])],
    ...(problems.length > 0 ? { problems } : {}),
  };
}
