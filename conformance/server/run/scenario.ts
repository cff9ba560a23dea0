import type { Experiment, Scenario } from '../model.ts';

/** Requirements that a case exercises by what must be stored. */
export function storedRequirements({ expected, absent }: Scenario): Set<string> {
  const requirements = new Set<string>();
  for (const { requirement, onceRequirement, columns } of expected) {
    requirements.add(requirement);
    if (onceRequirement) requirements.add(onceRequirement);
    for (const column of Object.values(columns)) requirements.add(column.requirement);
  }
  for (const { requirement } of absent) requirements.add(requirement);
  return requirements;
}

/** Requirements that a case exercises by what must be answered. */
export function answerRequirements({ requests }: Scenario): Set<string> {
  return new Set(requests.flatMap(({ answer = [] }) => answer.map(({ requirement }) => requirement)));
}

/** @throws Error when a scenario contradicts itself or its experiment */
export function checkScenario(experiment: Experiment, scenario: Scenario): void {
  const declared = new Set(experiment.requirements);
  for (const requirement of [...storedRequirements(scenario), ...answerRequirements(scenario)]) {
    if (!declared.has(requirement))
      throw new Error(`exercises ${requirement}: add it to the experiment's requirements`);
  }
  const keys = new Set(scenario.expected.map(({ key }) => key));
  if (keys.size < scenario.expected.length) throw new Error('two expected records have the same key');
  for (const { twin, requirement } of scenario.absent) {
    if (!keys.has(twin)) throw new Error(`the absence of ${requirement} names the twin ${twin}, which is not expected`);
  }
}
