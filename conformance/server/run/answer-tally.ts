import type { LedgerAnswer } from '../../../generated/files/report.ts';
import type { PossibleAnswers } from './judgement.ts';

type Answers = ReadonlySet<string>;

/** Finds out which answer a target gives to each question of the ledger. */
export class AnswerTally {
  /** What each outcome leaves possible, by ledger id; equal ones once, by their names. */
  readonly #outcomes = new Map<string, Map<string, Answers>>();

  /** Takes what one case showed: where its records share an answer, the case as a whole says that one. */
  add(shown: readonly PossibleAnswers[]): void {
    for (const [ledger, outcomes] of Map.groupBy(shown, (outcome) => outcome.ledger)) {
      const sets = outcomes.map(({ answers }) => new Set(answers));
      const common = commonTo(sets);
      for (const left of common.size > 0 ? [common] : sets) this.#keep(ledger, left);
    }
  }

  /**
   * What some case alone showed, and what is left when the cases that none of these answers explains have ruled out
   * what they could. In the order of ledger ids. A target that answers one question in two ways has two answers here.
   */
  get answers(): LedgerAnswer[] {
    return [...this.#outcomes.keys()].sort().flatMap((ledger) => {
      const outcomes = [...(this.#outcomes.get(ledger)?.values() ?? [])];
      const certain: Answers = new Set(outcomes.filter(({ size }) => size === 1).flatMap((only) => [...only]));
      const left = commonTo(outcomes.filter((outcome) => outcome.isDisjointFrom(certain)));
      return [...(left.size === 1 ? certain.union(left) : certain)].sort().map((answer) => ({ ledger, answer }));
    });
  }

  #keep(ledger: string, left: Answers): void {
    const known = this.#outcomes.get(ledger) ?? new Map<string, Answers>();
    this.#outcomes.set(ledger, known.set([...left].sort().join(' '), left));
  }
}

/** Members of all of the sets; none when there are no sets. */
function commonTo(sets: readonly Answers[]): Answers {
  const [first = new Set<string>(), ...others] = sets;
  return others.reduce((common, other) => common.intersection(other), first);
}
