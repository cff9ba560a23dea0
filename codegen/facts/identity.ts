import type { Problems } from '../problems.ts';
import type { JsonFile } from '../read/json-files.ts';
import type { ProtocolSpec, Spec } from '../read/spec.ts';
import { derivedRequirements } from './derived.ts';
import type { Edition } from './edition.ts';

/** Reports files whose name is not the name of what they hold, and names given twice. */
export function checkIdentities(spec: Spec, problems: Problems): void {
  checkNames(spec.wireForms, ({ wireForm }) => wireForm, problems);
  checkNames(spec.valueClasses, ({ kind }) => kind, problems);
  checkValueClasses(spec, problems);
  for (const protocol of spec.protocols) {
    checkNames(protocol.bodies, ({ body }) => body, problems);
    checkNames(protocol.parameters, ({ name }) => name, problems);
    checkRuleNames(protocol, problems);
    checkLedgerNames(protocol, problems);
  }
}

/** Every class that a wire form names has one sentence that says what it means. */
function checkValueClasses(spec: Spec, problems: Problems): void {
  const seen = new Map<string, string>();
  for (const { path, content } of spec.valueClasses) {
    for (const name of Object.keys(content.classes)) {
      const first = seen.get(name);
      if (first !== undefined) problems.add(path, `explains "${name}", as ${first} does`, 'Keep one of the two.');
      seen.set(name, path);
    }
  }
  for (const { path, content } of spec.wireForms) {
    for (const name of new Set(Object.values(content.valueClasses).flatMap((classes) => Object.keys(classes)))) {
      if (seen.has(name)) continue;
      const remedy = `Say in a file of spec/value-classes what "${name}" means.`;
      problems.add(path, `names the value class "${name}", which does not exist`, remedy);
    }
  }
}

function checkNames<Content>(
  files: readonly JsonFile<Content>[],
  nameOf: (content: Content) => string,
  problems: Problems,
): void {
  const seen = new Map<string, string>();
  for (const { path, content } of files) {
    const name = nameOf(content);
    const first = seen.get(name);
    if (first !== undefined) problems.add(path, `defines "${name}", as ${first} does`, 'Keep one of the two files.');
    seen.set(name, path);
    if (path.endsWith(`/${name}.json`)) continue;
    problems.add(path, `holds "${name}"`, `Rename the file to ${name}.json, or the thing to the file's name.`);
  }
}

/** A long rule is written as several files: `rules/visit.json` and what lies in `rules/visit/`. */
function checkRuleNames({ protocol, rules }: ProtocolSpec, problems: Problems): void {
  const folder = `spec/${protocol.content.protocol}/rules`;
  for (const { path, content } of rules) {
    if (path === `${folder}/${content.rule}.json` || path.startsWith(`${folder}/${content.rule}/`)) continue;
    const remedy = `Rename the file to ${folder}/${content.rule}.json, or move it into ${folder}/${content.rule}/.`;
    problems.add(path, `holds the rule "${content.rule}"`, remedy);
  }
}

function checkLedgerNames(protocol: ProtocolSpec, problems: Problems): void {
  const prefix = `${protocol.protocol.content.protocol}.`;
  for (const { path, content } of protocol.errata) {
    if (!content.id.startsWith(prefix)) problems.add(path, `has the id "${content.id}"`, `Begin it with "${prefix}".`);
  }
  checkNames(protocol.errata, ({ id }) => id.slice(id.indexOf('.') + 1), problems);
}

/** Reports requirement ids that two places give, be it two rules or a rule and a parameter. */
export function checkRequirementIds(edition: Edition, problems: Problems): void {
  const seen = new Map(derivedRequirements(edition).map(({ id, parameter }) => [id, `the parameter ${parameter}`]));
  for (const { path, content } of edition.rules) {
    for (const { id } of content.requirements) {
      const first = seen.get(id);
      if (first !== undefined) {
        problems.add(
          path,
          `gives the requirement "${id}", as ${first} does`,
          'Choose another id; ids are never reused.',
        );
      }
      seen.set(id, path);
    }
  }
}
