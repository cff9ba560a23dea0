import type { Facts } from '../../generated/model.ts';
import { caseExample } from './example.ts';
import { type Explanation, type Line, told, versionOf } from './explanation.ts';
import { checkersOf, checkIdsOf, faultsOf } from './known.ts';
import { exercises, sentenceOf } from './requirement.ts';

/** A fault of the reference server: what it does, what it breaks, and how to see it caught. */
export function explainFault(facts: Facts, id: string): Explanation[] {
  const fault = faultsOf(facts).find((one) => one.id === id);
  if (!fault) return [];
  const requirement = facts.requirements[fault.requirement];
  const example = caseExample(facts, checkersOf(facts, fault.requirement), exercises(fault.requirement));
  const lines: Line[] = [
    ['how', fault.description],
    ['breaks', fault.requirement],
    ...(requirement ? sentenceOf(requirement) : []),
    ['checks', checkIdsOf(facts, fault.requirement).join(', ') || 'none: it shows inside an installation only'],
    ['try it', `beaconform serve --records --database :memory: --fault ${id}`],
    ...told('example', example === undefined ? [] : [example]),
  ];
  return [{ id, kind: 'fault', versions: versionOf(facts), lines }];
}
