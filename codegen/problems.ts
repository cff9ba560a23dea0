/** Faults found in the spec, collected so that one run names them all. */

/** One fault of one spec file: where it is, what is wrong, what to do. */
export interface Problem {
  /** Path of the file from the repository's root. */
  path: string;
  fault: string;
  remedy: string;
}

export class Problems {
  readonly #found: Problem[] = [];

  /** What several versions share is found in each of them, and named once. */
  add(path: string, fault: string, remedy: string): void {
    if (this.#found.some((problem) => problem.path === path && problem.fault === fault)) return;
    this.#found.push({ path, fault, remedy });
  }

  get all(): readonly Problem[] {
    return this.#found;
  }
}

/** Thrown by the generator when the spec has faults; the message holds one fault a line. */
export class SpecError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ path, fault, remedy }) => `${path}: ${fault}\n    ${remedy}`).join('\n'));
    this.name = 'SpecError';
    this.problems = problems;
  }
}
