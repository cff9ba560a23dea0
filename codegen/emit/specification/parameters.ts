import type { Facts, Parameter, Requirement } from '../../model.ts';
import type { Source } from '../emitter.ts';
import { anchor, code, prose, table } from './markdown.ts';

/** All parameters, topic by topic: an overview, then one section each. */
export function parameters({ facts }: Source): string {
  const all = Object.values(facts.parameters);
  const topics = [...new Set(all.map(({ topic }) => topic))];
  return topics
    .map((topic) => {
      const chosen = all.filter((parameter) => parameter.topic === topic);
      return `### Topic: ${topic}\n\n${overview(chosen)}\n${chosen.map((one) => section(facts, one)).join('\n')}`;
    })
    .join('\n');
}

function overview(chosen: readonly Parameter[]): string {
  const rows = chosen.map(({ name, level, status, wireForm, columns, description }) => [
    `[${code(name)}](#${anchor(`parameter-${name}`)})`,
    level,
    status,
    code(wireForm),
    columnList(columns),
    prose(description),
  ]);
  return table(['parameter', 'level', 'status', 'wire form', 'fills', 'what it says'], rows);
}

function columnList(columns: Parameter['columns']): string {
  return columns.map(({ record, column }) => code(`${record}.${column}`)).join(', ');
}

function section(facts: Facts, parameter: Parameter): string {
  const { name, description, source, examples } = parameter;
  const lines = [`#### Parameter \`${name}\`\n`, `${prose(description)} Source: ${prose(source)}.\n`];
  lines.push(...particulars(facts, parameter).map((line) => `- ${line}`), '');
  const rows = examples.map(({ wire, stored }) => [code(wire), storedList(stored)]);
  lines.push(table([`sent after \`${name}=\``, 'stored'], rows));
  const own = Object.values(facts.requirements).filter((requirement) => requirement.parameter === name);
  lines.push(requirementTable(own));
  return lines.join('\n');
}

function particulars(facts: Facts, { wireForm, values, columns, authentication, rule, decision }: Parameter): string[] {
  const lines = [`Wire form ${code(wireForm)}: ${prose(facts.wireForms[wireForm]?.description ?? '')}`];
  if (values !== undefined) lines.push(`Values: ${values.map(code).join(', ')}.`);
  for (const column of columns) {
    const settled = column.decision === undefined ? '' : `, settled by ${ledgerLink(column.decision)}`;
    lines.push(`Fills ${code(`${column.record}.${column.column}`)} (${column.type})${settled}.`);
  }
  if (authentication === 'admin') lines.push('Takes effect only with a token of sufficient rights.');
  if (rule !== undefined) lines.push(`Rule: [${rule}](#${anchor(`rule-${rule}`)}).`);
  if (decision !== undefined) lines.push(`Ledger: ${ledgerLink(decision)}.`);
  return lines;
}

function ledgerLink(id: string): string {
  return `[${code(id)}](#${anchor(`ledger-${id}`)})`;
}

function storedList(stored: Parameter['examples'][number]['stored']): string {
  const cells = Object.entries(stored).map(([column, value]) => `${code(column)} = ${code(JSON.stringify(value))}`);
  return cells.length === 0 ? 'nothing by itself' : cells.join(', ');
}

/** Requirements as a table: id, level, whom they bind, and what they say. */
export function requirementTable(requirements: readonly Requirement[]): string {
  const rows = requirements.map(({ id, level, binds, sentence }) => [code(id), level, binds, prose(sentence)]);
  return table(['requirement', 'level', 'binds', 'sentence'], rows);
}
