import type { Finding } from '../finding.ts';
import type { TrackedHit } from '../tracking/tracking.ts';
import { subjectOf } from './subject.ts';

export interface ConformOptions {
  /** Warnings fail too. */
  strict?: boolean;
}

export interface MatcherResult {
  pass: boolean;
  message: () => string;
  actual?: unknown;
  expected?: unknown;
}

/** Whether what was tracked breaks nothing; what was not tracked at all does not pass. */
export function toConform(received: unknown, { strict = false }: ConformOptions = {}): MatcherResult {
  const { hits, reasons } = subjectOf(received);
  const faults = hits.flatMap((hit, at) => faultsOf(hit, strict).map((finding) => ({ at, hit, finding })));
  const pass = hits.length > 0 && faults.length === 0;
  const bar = strict ? 'violation or warning' : 'violation';
  return {
    pass,
    message: () => {
      if (pass) return `expected a ${bar}, and ${hits.length} hits have none`;
      if (hits.length === 0) return ['expected hits to judge, and nothing was tracked', ...reasons].join('\n  ');
      const lines = faults.map(
        ({ at, hit, finding }) => `  hit ${at} (${hit.protocol} ${hit.version}): ${lineOf(finding)}`,
      );
      return [`expected no ${bar} in ${hits.length} hits, and there are ${faults.length}:`, ...lines].join('\n');
    },
  };
}

function faultsOf({ findings }: TrackedHit, strict: boolean): Finding[] {
  return findings.filter(({ finding }) => finding === 'violation' || (strict && finding === 'warning'));
}

function lineOf({ finding, requirement, message }: Finding): string {
  return `${finding}${requirement ? ` of ${requirement}` : ''}\n    ${message}`;
}
