import type { Parameter } from '../model.ts';
import type { ParameterFile } from '../read/shapes.ts';
import type { Edition } from './edition.ts';
import { ownKeywords } from './schemas.ts';
import { kindOf } from './sql-types.ts';

/** The facts of every parameter of an edition, by name, in the order of their paths. */
export function parametersOf(edition: Edition): Record<string, Parameter> {
  return Object.fromEntries(
    edition.parameters.map(({ topic, content }) => [content.name, parameterFacts(topic, content)]),
  );
}

function parameterFacts(topic: string, file: ParameterFile): Parameter {
  const values = valuesOf(file);
  return {
    name: file.name,
    topic,
    description: file.description,
    wireForm: file['x-wire-form'],
    columns: file['x-columns'].map((column) => ({ ...column, kind: kindOf(column.type) })),
    level: file['x-level'],
    status: file['x-status'],
    authentication: file['x-authentication'],
    ...(file['x-rule'] === undefined ? {} : { rule: file['x-rule'] }),
    ...(file['x-decision'] === undefined ? {} : { decision: file['x-decision'] }),
    source: file['x-source'],
    ...(values === undefined ? {} : { values }),
    examples: file['x-examples'],
  };
}

/** The values a parameter's own schema lists; a list that belongs to its wire form is not repeated. */
export function valuesOf({ schema }: ParameterFile): readonly string[] | undefined {
  const own = ownKeywords(schema);
  if (Array.isArray(own.enum)) return own.enum;
  return typeof own.const === 'string' ? [own.const] : undefined;
}
