import type { LedgerAnswer } from '../../../generated/files/report.ts';
import type { Facts } from '../../../generated/model.ts';
import { CoverageTally } from '../coverage/tally.ts';
import { Absences } from './absences.ts';
import { AnswerTally } from './answer-tally.ts';
import type { Attempt } from './attempt.ts';
import type { Judged } from './judge.ts';
import type { Failure, Verdict } from './judgement.ts';
import type { Check } from './selection.ts';
import { bySuspicion } from './suspicion.ts';

/** A case that failed one requirement. */
export interface FailingCase {
  attempt: Attempt;
  verdict: Verdict;
  /** The verdict's failure of that requirement. */
  failure: Failure;
}

/** What the cases said of one check so far. */
export interface CheckTally {
  check: Check;
  /** Cases that exercised the requirement and could be judged. */
  runs: number;
  failed: number;
  /** Which of the runs failed first, from 1; 0 when none did. */
  firstFailed: number;
  /** Cases that exercised it in a way the reader does not show. */
  unobserved: number;
  /** The failing case to show and shrink: one of its own cause, the smallest. */
  smallest: FailingCase | undefined;
}

/** Adds up the verdicts of all cases. */
export class Tally {
  readonly checks: readonly CheckTally[];
  readonly coverage: CoverageTally;
  readonly #facts: Facts;
  readonly #byExperiment: ReadonlyMap<string, ReadonlyMap<string, CheckTally>>;
  readonly #answers = new AnswerTally();
  readonly #absences: Absences;

  constructor(checks: readonly Check[], facts: Facts) {
    this.#facts = facts;
    const optional = Object.values(facts.parameters).filter(({ level }) => level !== 'required');
    this.#absences = new Absences(optional.map(({ name }) => name));
    this.coverage = new CoverageTally(facts);
    this.checks = checks.map((check) => ({
      check,
      runs: 0,
      failed: 0,
      firstFailed: 0,
      unobserved: 0,
      smallest: undefined,
    }));
    const grouped = Map.groupBy(this.checks, ({ check }) => check.experiment.id);
    this.#byExperiment = new Map(
      [...grouped].map(([id, tallies]) => [id, new Map(tallies.map((tally) => [tally.check.requirement, tally]))]),
    );
  }

  /** The requirements that count for an experiment; others that its cases exercise are not judged. */
  relevant(experiment: string): ReadonlySet<string> {
    return new Set(this.#byExperiment.get(experiment)?.keys());
  }

  /** Failing checks, the most suspicious first. */
  get failing(): CheckTally[] {
    const failing = this.checks.filter(({ failed }) => failed > 0);
    return bySuspicion(failing, this.#facts, this.#absences.demanded);
  }

  /** Each answer that was given, once, in the order of ledger ids. */
  get answers(): LedgerAnswer[] {
    return this.#answers.answers;
  }

  add({ attempt, verdict }: Judged): void {
    const tallies = this.#byExperiment.get(attempt.case.experiment.id);
    let judged = verdict.answers.length > 0;
    for (const [requirement, judgement] of verdict.judgements) {
      const tally = tallies?.get(requirement);
      if (!tally) continue;
      if (judgement.outcome === 'unobserved') tally.unobserved += 1;
      else tally.runs += 1;
      judged ||= judgement.outcome !== 'unobserved';
      if (judgement.outcome === 'failed') {
        addFailure(tally, { attempt, verdict, failure: judgement.failure });
      }
    }
    this.#absences.add(attempt, verdict);
    if (judged) this.coverage.add(attempt.scenario.requests, attempt.scenario.reached);
    this.#answers.add(verdict.answers);
  }

  /** Counts a case that was not sent because the reader would show nothing of it. */
  addUnobserved(experiment: string, requirements: Iterable<string>): void {
    for (const requirement of requirements) {
      const tally = this.#byExperiment.get(experiment)?.get(requirement);
      if (tally) tally.unobserved += 1;
    }
  }
}

function addFailure(tally: CheckTally, failing: FailingCase): void {
  tally.failed += 1;
  tally.firstFailed ||= tally.runs;
  const best = tally.smallest;
  if (!best || rank(failing) < rank(best)) tally.smallest = failing;
}

/** Bytes sent, after whether the failure is the requirement's own. */
function rank({ attempt, failure }: FailingCase): number {
  const sizes = attempt.scenario.requests.map(({ query, body = '' }) => 200 + query.length + body.length);
  return (failure.derived ? 1e9 : 0) + sizes.reduce((sum, size) => sum + size, 0);
}
