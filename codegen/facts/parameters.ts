import type { Parameter, ParameterColumn } from '../model.ts';
import type { ColumnOfParameter, ParameterFile } from '../read/shapes.ts';
import type { Edition } from './edition.ts';
import { ownKeywords } from './schemas.ts';
import { kindOf } from './sql-types.ts';

/** The facts of every parameter of an edition, by name, in the order of their paths. */
export function parametersOf(edition: Edition): Record<string, Parameter> {
  const ledger = new Set(edition.errata.map(({ content }) => content.id));
  return Object.fromEntries(
    edition.parameters.map(({ topic, content }) => [content.name, parameterFacts(topic, content, ledger)]),
  );
}

function parameterFacts(topic: string, file: ParameterFile, ledger: ReadonlySet<string>): Parameter {
  const values = valuesOf(file);
  return {
    name: file.name,
    ...(file['x-names'] === undefined ? {} : { names: file['x-names'] }),
    topic,
    description: file.description,
    wireForm: file['x-wire-form'],
    columns: file['x-columns'].map((column) => columnFacts(column, ledger)),
    level: file['x-level'],
    status: file['x-status'],
    authentication: file['x-authentication'],
    ...(file['x-rule'] === undefined ? {} : { rule: file['x-rule'] }),
    ...decided(file['x-decision'], ledger),
    source: file['x-source'],
    ...(file.deprecated === true ? { deprecated: true } : {}),
    ...(file['x-query-only'] === true ? { queryOnly: true } : {}),
    ...(values === undefined ? {} : { values }),
    examples: file['x-examples'],
  };
}

function columnFacts({ decision, ...column }: ColumnOfParameter, ledger: ReadonlySet<string>): ParameterColumn {
  return { ...column, ...decided(decision, ledger), kind: kindOf(column.type) };
}

/** A ledger entry settles a document, so that versions written from none leave it out. */
function decided(decision: string | undefined, ledger: ReadonlySet<string>): { decision?: string } {
  return decision !== undefined && ledger.has(decision) ? { decision } : {};
}

/** The values a parameter's own schema lists; a list that belongs to its wire form is not repeated. */
export function valuesOf({ schema }: ParameterFile): readonly string[] | undefined {
  const own = ownKeywords(schema);
  if (Array.isArray(own.enum)) return own.enum;
  return typeof own.const === 'string' ? [own.const] : undefined;
}
