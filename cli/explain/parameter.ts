import type { Facts, Level, Parameter } from '../../generated/model.ts';
import { parameterExample } from './example.ts';
import { type Explanation, told, versionOf } from './explanation.ts';
import { checkIdsOf, faultIdsOf } from './known.ts';

/** A parameter by its name, with or without its protocol: `cip`, `piwik.cip`. */
export function explainParameter(facts: Facts, id: string): Explanation[] {
  const parameter = facts.parameters[id] ?? facts.parameters[id.replace(`${facts.protocol}.`, '')];
  if (!parameter) return [];
  const { name, description, columns, status, level, authentication, source, decision } = parameter;
  const own = Object.values(facts.requirements).filter((requirement) => requirement.parameter === name);
  const decisions = [decision, ...columns.map((column) => column.decision)].filter((one) => one !== undefined);
  return [
    {
      id: name,
      kind: 'parameter',
      versions: versionOf(facts),
      lines: [
        ['sentence', description],
        ['wire form', `${parameter.wireForm}: ${facts.wireForms[parameter.wireForm]?.description ?? ''}`],
        ...told('values', classesOf(facts, parameter)),
        ['columns', columns.map(({ record, column, type }) => `${record}.${column} ${type}`).join(', ') || 'none'],
        ['status', `${status}, ${level}, authentication ${authentication}`],
        ['source', source],
        ...told(
          'requirements',
          own.map((requirement) => `${requirement.id} ${requirement.level}`),
        ),
        ...told(
          'checks',
          own.flatMap((requirement) => checkIdsOf(facts, requirement.id)),
        ),
        ...told(
          'faults',
          own.flatMap((requirement) => faultIdsOf(facts, requirement.id)),
        ),
        ...told('ledger', [...new Set(decisions)]),
        ['example', parameterExample(facts, parameter)],
      ],
    },
  ];
}

/** `MUST ordinary boundary`: the classes of value that must and should be stored. */
function classesOf({ wireForms }: Facts, { wireForm }: Parameter): string[] {
  const classes = Object.entries(wireForms[wireForm]?.valueClasses ?? {});
  return (['MUST', 'SHOULD'] as Level[]).flatMap((level) => {
    const own = classes.filter(([, one]) => one === level).map(([name]) => name);
    return own.length === 0 ? [] : [`${level} ${own.join(' ')}`];
  });
}
