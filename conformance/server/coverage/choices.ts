import type { Choices } from '../model.ts';

/** A choice for each name of a closed list; `chosenIn` tells which of them a plan made. */
export function choicesOf<Plan>(
  names: Iterable<string>,
  chosenIn: (plan: Plan) => string | readonly string[] | undefined,
): Choices<Plan> {
  return Object.fromEntries(
    [...names].map((name) => [name, (plan: Plan) => [chosenIn(plan)].flat().includes(name)] as const),
  );
}
