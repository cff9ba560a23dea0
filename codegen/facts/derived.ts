import type { Binds, Level, Requirement } from '../model.ts';
import type { ParameterFile, WireFormFile } from '../read/shapes.ts';
import type { Edition } from './edition.ts';
import { commaList, lowerFirst } from './english.ts';
import { valuesOf } from './parameters.ts';
import { valueClassesOf } from './wire-forms.ts';

/** The requirements every parameter file implies, so that a plain parameter needs no rule: `snowplow.vp.stored` … */
export function derivedRequirements(edition: Edition): Requirement[] {
  return edition.parameters.flatMap(({ content }) => [
    ...storedRequirements(edition, content),
    ...trackedRequirements(edition, content),
    ...clientRequirements(edition, content),
  ]);
}

function storedRequirements(edition: Edition, file: ParameterFile): Requirement[] {
  const form = edition.wireForms.get(file['x-wire-form']);
  if (form === undefined || file['x-columns'].length === 0) return [];
  const classes = Object.entries(valueClassesOf(form, edition));
  const at = (level: Level): string[] => classes.filter(([, l]) => l === level).map(([name]) => name);
  const columns = commaList(unique(file['x-columns'].map(({ record, column }) => `${record}.${column}`)));
  const found: Requirement[] = [];
  const add = (aspect: string, level: Level, of: string[]): void => {
    if (of.length === 0) return;
    const sentence = `The value of ${file.name} is stored in ${columns}, for values of ${classesOf(of)}.`;
    found.push(requirement(edition, file, aspect, level, 'server', sentence));
  };
  add('stored', file['x-status'] === 'implemented' ? 'MUST' : 'SHOULD', at('MUST'));
  add('wide', 'SHOULD', at('SHOULD'));
  return found;
}

function classesOf(names: string[]): string {
  return `the ${names.length === 1 ? 'class' : 'classes'} ${commaList(names)}`;
}

function trackedRequirements(edition: Edition, file: ParameterFile): Requirement[] {
  const found: Requirement[] = [];
  if (file['x-level'] !== 'required') {
    const sentence = `A request without ${file.name} is still tracked.`;
    found.push(requirement(edition, file, 'optional', 'MUST', 'server', sentence));
  }
  if (file['x-authentication'] === 'admin') {
    const sentence = `${file.name} takes effect only in a request that carries a token with sufficient rights.`;
    found.push(requirement(edition, file, 'authentication', 'MUST', 'server', sentence));
  }
  return found;
}

function clientRequirements(edition: Edition, file: ParameterFile): Requirement[] {
  const form = edition.wireForms.get(file['x-wire-form']);
  const found: Requirement[] = [];
  if (form !== undefined) {
    const level = file['x-form-level'] ?? (file['x-status'] === 'implemented' ? 'MUST' : 'SHOULD');
    found.push(requirement(edition, file, 'form', level, 'client', formSentence(file, form)));
  }
  if (file['x-level'] === 'required') {
    const sentence = `A client sends ${file.name} with every tracking request.`;
    found.push(requirement(edition, file, 'required', 'MUST', 'client', sentence));
  }
  if (file['x-level'] === 'recommended') {
    const sentence = `A client sends ${file.name} whenever it knows the value.`;
    found.push(requirement(edition, file, 'recommended', 'SHOULD', 'client', sentence));
  }
  return found;
}

function formSentence(file: ParameterFile, form: WireFormFile): string {
  const values = valuesOf(file);
  const list =
    values === undefined ? '' : ` The only value${values.length === 1 ? ' is' : 's are'} ${commaList(values)}.`;
  return `A client that sends ${file.name} writes it in the form ${form.wireForm}: ${lowerFirst(form.description)}${list}`;
}

function requirement(
  { protocol }: Edition,
  file: ParameterFile,
  aspect: string,
  level: Level,
  binds: Binds,
  sentence: string,
): Requirement {
  const id = `${protocol.protocol}.${file.name}.${aspect}`;
  return { id, level, binds, sentence, source: file['x-source'], parameter: file.name };
}

function unique(names: string[]): string[] {
  return [...new Set(names)];
}
