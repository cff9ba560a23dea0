import type { ShownRecord } from '../../../generated/files/report.ts';

export interface Failure {
  /** One sentence: what was expected and what came. */
  reason: string;
  /** Failures of one experiment with equal causes are shown as one. */
  cause: string;
  /** It only follows from a row that is missing, which is another requirement's failure. */
  derived: boolean;
  /** Columns of the row that hold something else. */
  differing?: readonly string[];
  expected: readonly ShownRecord[];
  stored: readonly ShownRecord[];
}

export type Judgement = { outcome: 'passed' } | { outcome: 'failed'; failure: Failure } | { outcome: 'unobserved' };

/** Answers to one question of the ledger, one of which a case shows the target to give. */
export interface PossibleAnswers {
  ledger: string;
  answers: readonly string[];
}

/** What one case says of each requirement it exercises; one failure outweighs any number of passes. */
export class Verdict {
  readonly judgements = new Map<string, Judgement>();
  readonly answers: PossibleAnswers[] = [];

  pass(requirement: string): void {
    if (this.judgements.get(requirement)?.outcome !== 'failed') this.judgements.set(requirement, { outcome: 'passed' });
  }

  /** What a reader cannot show says nothing, unless something else of the requirement could be judged. */
  unobserved(requirement: string): void {
    if (!this.judgements.has(requirement)) this.judgements.set(requirement, { outcome: 'unobserved' });
  }

  /** The first failure of a requirement stands, but one of its own outweighs one that follows from another. */
  fail(requirement: string, failure: Failure): void {
    const earlier = this.judgements.get(requirement);
    if (earlier?.outcome === 'failed' && (failure.derived || !earlier.failure.derived)) return;
    this.judgements.set(requirement, { outcome: 'failed', failure });
  }

  failureOf(requirement: string): Failure | undefined {
    const judgement = this.judgements.get(requirement);
    return judgement?.outcome === 'failed' ? judgement.failure : undefined;
  }

  /** True when one of the requirements failed. */
  failsAny(requirements: ReadonlySet<string>): boolean {
    for (const [requirement, { outcome }] of this.judgements) {
      if (outcome === 'failed' && requirements.has(requirement)) return true;
    }
    return false;
  }
}
