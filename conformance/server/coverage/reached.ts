import type { Choices, Experiment, Sample } from '../model.ts';

/** What a case reaches by what its plan chose. */
export interface Reached {
  /** `<experiment>/<branch>` */
  branches: readonly string[];
  /** `<parameter>/<class>`, each once. */
  valueClasses: ReadonlySet<string>;
}

/** What a plan chose of the branches of its experiment, and the class of every value drawn in it. */
export function reachedBy(experiment: Experiment, plan: unknown): Reached {
  const valueClasses = new Set(chosenOf(experiment.classes ?? {}, plan));
  collectClasses(plan, valueClasses);
  return {
    branches: chosenOf(experiment.branches, plan).map((branch) => branchId(experiment, branch)),
    valueClasses,
  };
}

export function branchId({ id }: Experiment, branch: string): string {
  return `${id}/${branch}`;
}

function chosenOf(choices: Choices<unknown>, plan: unknown): string[] {
  return Object.keys(choices).filter((name) => choices[name]?.(plan));
}

/** Plans are data: whatever in them looks like a sample is one. */
function collectClasses(part: unknown, classes: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  if (Array.isArray(part)) {
    for (const item of part) collectClasses(item, classes);
  } else if (isSample(part)) {
    classes.add(`${part.parameter}/${part.class}`);
  } else {
    for (const item of Object.values(part)) collectClasses(item, classes);
  }
}

function isSample(part: object): part is Sample & { parameter: string } {
  return 'parameter' in part && 'class' in part && 'wire' in part;
}
