import { lowerFirst } from '../facts/english.ts';
import type { Parameter } from '../model.ts';
import { type ClientEncoder, clientEncoderOf } from './client-encoders.ts';
import type { Source } from './emitter.ts';

/** How the typed client takes the values of a parameter. */
export function encoderOf({ edition }: Source, { wireForm, values }: Parameter): ClientEncoder {
  // The values of a closed list are texts already.
  if (values !== undefined) {
    return { file: 'text', encode: 'text', type: values.map((value) => JSON.stringify(value)).join(' | ') };
  }
  const form = edition.wireForms.get(wireForm);
  if (form === undefined) throw new Error(`There is no wire form "${wireForm}".`);
  return clientEncoderOf(form);
}

/** The interface `Hit`: a documented field for each parameter. */
export function hitInterface(source: Source, parameters: readonly Parameter[]): string {
  const fields = parameters.map((parameter) => {
    const { wireForm, description, deprecated } = parameter;
    const form = lowerFirst(source.facts.wireForms[wireForm]?.description ?? '');
    const lines = [
      description,
      `Written as ${wireForm}: ${form}`,
      ...exampleLines(parameter),
      ...(deprecated ? ['@deprecated'] : []),
    ];
    const doc = `  /**\n${lines.map((line) => `   * ${line}\n`).join('')}   */`.replace(/\*\/(?=.)/g, '*\\/');
    return `${doc}\n  ${fieldOf(parameter, encoderOf(source, parameter).type)};`;
  });
  return `/** What one request of ${source.facts.title} ${source.facts.version} says. */\nexport interface Hit {\n${fields.join('\n')}\n}\n`;
}

function exampleLines({ name, examples }: Parameter): string[] {
  return examples[0] === undefined ? [] : [`Sent for example as \`${name.replace(/N$/, '1')}=${examples[0].wire}\`.`];
}

function fieldOf({ name, names, level }: Parameter, type: string): string {
  // The number of a family is part of the name's type: `dimension1`, `dimension2` …
  if (names !== undefined) return `[name: \`${name.slice(0, -1)}\${number}\`]: ${type} | undefined`;
  return `${name}${level === 'required' ? `: ${type}` : `?: ${type} | undefined`}`;
}

/** The table of functions that write the values, by parameter, and that of the families. */
export function encoderTable(source: Source, parameters: readonly Parameter[]): string {
  const single = parameters.filter(({ names }) => names === undefined);
  const entries = single.map((parameter) => `  ${parameter.name}: ${encoderOf(source, parameter).encode},`);
  const type = '{ readonly [Name in keyof Hit]-?: (value: NonNullable<Hit[Name]>) => string }';
  return `const encoders: ${type} = {\n${entries.join('\n')}\n};\n${familyTable(source, parameters)}`;
}

function familyTable(source: Source, parameters: readonly Parameter[]): string {
  const entries = parameters.flatMap((parameter) => {
    const { names } = parameter;
    if (names === undefined) return [];
    return [`  { names: ${new RegExp(names, 'u')}, encode: ${encoderOf(source, parameter).encode} },`];
  });
  return entries.length === 0 ? '' : `\nconst families: readonly Family[] = [\n${entries.join('\n')}\n];\n`;
}
