import type { Facts, Parameter } from '../../../generated/model.ts';
import type { OutgoingRequest } from '../model.ts';
import { namesSent } from './names-sent.ts';
import type { Reached } from './reached.ts';

const nothing: Reached = { branches: [], valueClasses: new Set() };

/** Counts for each parameter, value class and branch the judged cases that reached it. */
export class CoverageTally {
  readonly parameters = new Map<string, number>();
  readonly valueClasses = new Map<string, number>();
  readonly branches = new Map<string, number>();
  readonly #facts: Facts;
  readonly #families: readonly Parameter[];
  /** What each name that was sent means; names repeat in every request. */
  readonly #known = new Map<string, string | undefined>();

  constructor(facts: Facts) {
    this.#facts = facts;
    this.#families = Object.values(facts.parameters).filter(({ names }) => names !== undefined);
  }

  /** A case that was sent and judged. */
  add(requests: readonly OutgoingRequest[], { branches, valueClasses }: Reached = nothing): void {
    const sent = new Set(requests.flatMap((request) => [...namesSent(request)].map((name) => this.#parameterOf(name))));
    for (const parameter of sent) if (parameter !== undefined) count(this.parameters, parameter);
    for (const branch of branches) count(this.branches, branch);
    for (const id of valueClasses) {
      // A plan may draw more than is sent.
      if (sent.has(id.slice(0, id.indexOf('/')))) count(this.valueClasses, id);
    }
  }

  #parameterOf(name: string): string | undefined {
    if (!this.#known.has(name)) {
      const family = this.#families.find(({ names = '' }) => new RegExp(`^(?:${names})$`).test(name));
      this.#known.set(name, this.#facts.parameters[name] ? name : family?.name);
    }
    return this.#known.get(name);
  }
}

function count(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}
