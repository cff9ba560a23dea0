import type { LedgerAnswer } from '../../../generated/files/report.ts';
import type { PossibleAnswers } from './judgement.ts';

/** Finds out which answer a target gives to each question of the ledger. */
export class AnswerTally {
  readonly #certain = new Map<string, Set<string>>();
  readonly #possible = new Map<string, ReadonlySet<string>>();

  add({ ledger, answers }: PossibleAnswers): void {
    const [only] = answers;
    if (answers.length === 1 && only !== undefined) {
      this.#certain.set(ledger, (this.#certain.get(ledger) ?? new Set()).add(only));
    } else {
      const earlier = this.#possible.get(ledger);
      this.#possible.set(ledger, new Set(answers.filter((answer) => earlier?.has(answer) ?? true)));
    }
  }

  /**
   * What some case alone showed; else what is left when each case has ruled out what it could. In the order of ledger
   * ids. A target that answers one question in two ways has two answers here.
   */
  get answers(): LedgerAnswer[] {
    const ledgers = [...new Set([...this.#certain.keys(), ...this.#possible.keys()])].sort();
    return ledgers.flatMap((ledger) => {
      const left = this.#possible.get(ledger) ?? new Set();
      const shown = this.#certain.get(ledger) ?? (left.size === 1 ? left : new Set<string>());
      return [...shown].sort().map((answer) => ({ ledger, answer }));
    });
  }
}
