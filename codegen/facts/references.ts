import type { Facts } from '../model.ts';
import type { Problems } from '../problems.ts';
import type { JsonSchema } from '../read/shapes.ts';
import type { Edition } from './edition.ts';
import type { RecordFacts } from './records.ts';
import { ownKeywords, wireFormOf } from './schemas.ts';
import { valueClassesOf } from './wire-forms.ts';

/**
 * Reports every name in an edition's files that points at nothing.
 *
 * @param ledger ids of all ledger entries of the protocol: what settles one version is no fault in another
 */
export function checkReferences(
  edition: Edition,
  facts: Facts,
  records: readonly RecordFacts[],
  ledger: ReadonlySet<string>,
  problems: Problems,
): void {
  checkParameters(edition, facts, ledger, problems);
  checkRules(edition, facts, problems);
  checkRecords(edition, facts, records, problems);
  for (const { path, content } of edition.errata) {
    if (content.ruling in content.answers) continue;
    const answers = Object.keys(content.answers).join(', ');
    problems.add(path, `rules "${content.ruling}", which is not among its answers`, `Use one of ${answers}.`);
  }
}

function checkParameters(edition: Edition, facts: Facts, ledger: ReadonlySet<string>, problems: Problems): void {
  for (const { path, content } of edition.parameters) {
    checkRule(path, content['x-rule'], facts, problems);
    for (const decision of [content['x-decision'], ...content['x-columns'].map((column) => column.decision)]) {
      if (decision === undefined || ledger.has(decision)) continue;
      const file = `spec/${facts.protocol}/errata/${decision.split('.').pop()}.json`;
      problems.add(path, `names the ledger entry "${decision}", which does not exist`, `Write ${file}.`);
    }
    if (content.required !== (content['x-level'] === 'required')) {
      const fault = `has required: ${content.required}, but x-level is "${content['x-level']}"`;
      problems.add(path, fault, `Write "required": ${!content.required}, or change x-level.`);
    }
    checkWireForm(edition, path, content, problems);
    for (const example of content['x-examples']) {
      for (const column of Object.keys(example.stored)) {
        if (hasColumn(facts, column)) continue;
        problems.add(path, `has an example stored in the unknown column "${column}"`, 'Name a column of a record.');
      }
    }
  }
}

/** A column is named alone (`br_viewwidth`) or with its record (`log_action.name`). */
function hasColumn({ records }: Facts, name: string): boolean {
  const [record, column] = name.includes('.') ? name.split('.') : [undefined, name];
  const tables = record === undefined ? Object.values(records) : [records[record] ?? []];
  return tables.some((columns) => columns.some((known) => known.column === column));
}

function checkWireForm(
  edition: Edition,
  path: string,
  content: Edition['parameters'][number]['content'],
  problems: Problems,
): void {
  const name = content['x-wire-form'];
  const form = edition.wireForms.get(name);
  if (form === undefined) {
    problems.add(
      path,
      `has the unknown wire form "${name}"`,
      `Use one of ${[...edition.wireForms.keys()].join(', ')}.`,
    );
    return;
  }
  checkSchema(path, content.schema, name, problems);
  if (content['x-columns'].length > 0 && Object.keys(valueClassesOf(form, edition)).length === 0) {
    const remedy = `Give spec/wire-forms/${name}.json value classes for ${edition.protocol.protocol}.`;
    problems.add(path, `fills columns, but the wire form "${name}" has no value class to draw`, remedy);
  }
}

/** A schema is its wire form's, with keywords beside the reference, or one of its own without any reference. */
function checkSchema(path: string, schema: JsonSchema, wireForm: string, problems: Problems): void {
  const refers = JSON.stringify(schema).includes('"$ref"');
  if (refers && wireFormOf(schema) !== wireForm) {
    const remedy = `Write { "$ref": "../../../wire-forms/${wireForm}.json#/schema" }.`;
    problems.add(path, `has a schema that does not refer to its wire form "${wireForm}"`, remedy);
  }
  if (JSON.stringify(ownKeywords(schema)).includes('"$ref"')) {
    problems.add(path, 'has a schema with a reference deep inside', 'Refer at its top, other keywords beside it.');
  }
}

function checkRule(path: string, rule: string | undefined, facts: Facts, problems: Problems): void {
  if (rule === undefined || rule in facts.rules) return;
  problems.add(
    path,
    `names the rule "${rule}", which does not exist`,
    `Write spec/${facts.protocol}/rules/${rule}.json.`,
  );
}

function checkRules({ rules }: Edition, facts: Facts, problems: Problems): void {
  for (const { path, content } of rules) {
    for (const { id, parameter } of content.requirements) {
      const prefix = `${facts.protocol}.${content.rule}.`;
      if (!id.startsWith(prefix)) problems.add(path, `has the requirement "${id}"`, `Begin its id with "${prefix}".`);
      if (parameter === undefined || parameter in facts.parameters) continue;
      problems.add(path, `names the parameter "${parameter}" in ${id}, which does not exist`, 'Name a parameter file.');
    }
  }
}

function checkRecords(edition: Edition, facts: Facts, records: readonly RecordFacts[], problems: Problems): void {
  for (const { path, content } of edition.records) {
    for (const column of Object.values(content.columns)) checkRule(path, column.rule, facts, problems);
    const known = records.find(({ record }) => record === content.record)?.columns ?? [];
    for (const name of (content.indexes ?? []).flatMap((index) => index.columns)) {
      if (known.some(({ column }) => column === name)) continue;
      problems.add(path, `indexes the unknown column "${name}"`, `Name a column of ${content.record}.`);
    }
  }
}
