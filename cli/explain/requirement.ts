import type { Experiment, Scenario } from '../../conformance/server/model.ts';
import { answerRequirements, storedRequirements } from '../../conformance/server/run/scenario.ts';
import type { Facts, Requirement } from '../../generated/model.ts';
import { caseExample, parameterExample } from './example.ts';
import { type Explanation, type Line, told, versionOf } from './explanation.ts';
import { checkersOf, checkIdsOf, experimentsOf, faultIdsOf } from './known.ts';

/** A requirement by its id. */
export function explainRequirement(facts: Facts, id: string): Explanation[] {
  const requirement = facts.requirements[id];
  if (!requirement) return [];
  const parameter = facts.parameters[requirement.parameter ?? ''];
  const example = parameter
    ? parameterExample(facts, parameter)
    : caseExample(facts, checkersOf(facts, id), exercises(id));
  const lines: Line[] = [
    ['requirement', id],
    ...sentenceOf(requirement),
    ...told('breaks', requirement.breaks === undefined ? [] : [requirement.breaks]),
    ['checks', checkIdsOf(facts, id).join(', ') || 'none'],
    ['faults', faultIdsOf(facts, id).join(', ') || 'none'],
    ...told('example', example === undefined ? [] : [example]),
  ];
  return [{ id, kind: 'requirement', versions: versionOf(facts), lines }];
}

/** A check, which is a requirement in an experiment: `piwik.visit/piwik.visit.new`. */
export function explainCheck(facts: Facts, id: string): Explanation[] {
  const [name = '', ...rest] = id.split('/');
  const requirement = facts.requirements[rest.join('/')];
  const experiment = experimentsOf(facts).find((one) => one.id === name);
  if (!requirement || !experiment?.requirements.includes(requirement.id)) return [];
  const example = caseExample(facts, [experiment], exercises(requirement.id));
  const lines: Line[] = [
    ['requirement', requirement.id],
    ...sentenceOf(requirement),
    ['experiment', name],
    ...conditionsOf(experiment),
    ['faults', faultIdsOf(facts, requirement.id).join(', ') || 'none'],
    ...told('example', example === undefined ? [] : [example]),
  ];
  return [{ id, kind: 'check', versions: versionOf(facts), lines }];
}

export function sentenceOf({ sentence, level, binds, source, rule }: Requirement): Line[] {
  return [
    ['sentence', sentence],
    ['level', `${level}, binds ${binds}`],
    ['source', source],
    ...told('rule', rule === undefined ? [] : [rule]),
  ];
}

export function exercises(requirement: string): (scenario: Scenario) => boolean {
  return (scenario) => storedRequirements(scenario).has(requirement) || answerRequirements(scenario).has(requirement);
}

function conditionsOf({ branches, features = [] }: Experiment): Line[] {
  return [...told('branches', Object.keys(branches)), ...told('features', features)];
}
