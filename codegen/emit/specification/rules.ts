import type { Facts, Rule } from '../../model.ts';
import type { Source } from '../emitter.ts';
import { code, prose, table } from './markdown.ts';
import { requirementTable } from './parameters.ts';

/** What a tracker does beyond filling columns. */
export function rules({ facts }: Source): string {
  return Object.values(facts.rules)
    .map((rule) => section(facts, rule))
    .join('\n');
}

function section(facts: Facts, { rule, description, source, constants, requirements }: Rule): string {
  const own = requirements.map((id) => facts.requirements[id]).filter((requirement) => requirement !== undefined);
  const users = Object.values(facts.parameters).filter((parameter) => parameter.rule === rule);
  const lines = [`### Rule ${rule}\n`, `${prose(description)} Source: ${prose(source)}.\n`];
  if (users.length > 0) lines.push(`Parameters: ${users.map(({ name }) => code(name)).join(', ')}.\n`);
  const values = Object.entries(constants).map(([name, value]) => [code(name), code(JSON.stringify(value))]);
  if (values.length > 0) lines.push(table(['constant', 'value'], values));
  lines.push(requirementTable(own));
  return lines.join('\n');
}
