import { namesSent } from '../coverage/names-sent.ts';
import type { Attempt } from './attempt.ts';
import type { Verdict } from './judgement.ts';

/** Cases of one kind, and those of them that missed a row. */
interface Count {
  cases: number;
  missing: number;
  /** Experiments of those that missed one. */
  experiments: Set<string>;
}

// Less could be chance: a parameter that is hardly ever left out, or one experiment whose hits are alike.
const enoughCarried = 3;
const enoughExperiments = 3;
const leastShare = 0.8;

/** Tells whether hits go missing where they lack one parameter: a server that demands it loses hits in every check. */
export class Absences {
  readonly #lacking: ReadonlyMap<string, Count>;
  readonly #carrying: ReadonlyMap<string, Count>;

  /** @param parameters names of those that may be left out */
  constructor(parameters: readonly string[]) {
    const none = () =>
      new Map(parameters.map((name) => [name, { cases: 0, missing: 0, experiments: new Set<string>() }]));
    this.#lacking = none();
    this.#carrying = none();
  }

  add({ case: { experiment }, scenario: { requests } }: Attempt, verdict: Verdict): void {
    // The names of a bulk request are those of all its entries: it does not tell what one hit lacked.
    if (requests.some(({ body }) => body?.startsWith('{'))) return;
    const sent = requests.map(namesSent);
    const missing = missesRow(verdict);
    for (const name of this.#lacking.keys()) {
      const counts = sent.every((names) => names.has(name)) ? this.#carrying : this.#lacking;
      const count = counts.get(name) as Count;
      count.cases += 1;
      if (!missing) continue;
      count.missing += 1;
      count.experiments.add(experiment.id);
    }
  }

  /** The parameter without which most hits are missing, while none is that carries it. */
  get demanded(): string | undefined {
    const shares = [...this.#lacking].flatMap(([name, { cases, missing, experiments }]) => {
      const carried = this.#carrying.get(name) as Count;
      const clear = carried.missing === 0 && carried.cases >= enoughCarried && experiments.size >= enoughExperiments;
      return clear && missing / cases > leastShare ? [{ name, share: missing / cases }] : [];
    });
    return shares.sort((a, b) => b.share - a.share)[0]?.name;
  }
}

function missesRow(verdict: Verdict): boolean {
  return [...verdict.judgements.values()].some(
    (judgement) => judgement.outcome === 'failed' && judgement.failure.cause.startsWith('missing '),
  );
}
